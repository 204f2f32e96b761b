"""Which prepositions tell whose somebody is: those that hang on the noun, and those that the parser hangs elsewhere."""

from __future__ import annotations

from collections.abc import Container, Mapping

from dateline.model import Token
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

# Prepositions that tie an office to its body or country: "minister of", "officials from", "spokesman for".
TIES = frozenset({"of", "from", "in", "for", "at", "with", "within", "inside"})
# Those who serve "to" somebody: "a senior aide to Prime Minister Mora".
SERVING = frozenset({"aide", "adviser", "advisor", "assistant", "secretary", "deputy", "counsel", "lawyer", "heir"})
# Whoever is met in a town need not be of it.
MEETING = frozenset({"meet", "see", "join", "host", "receive", "visit", "brief", "address", "tell", "greet", "find"})
# What somebody does for a side: "fighting for the militia", "employed with the ministry".
SERVICE = frozenset({"fight", "serve", "work", "employ", "fly", "spy"})
# What tells the place of a body's seat: "Tarn Mills, based in Oslo".
SEATED = frozenset({"base", "headquarter"})


class Prepositions:
    """Finds the prepositions behind the noun phrases of one story."""

    def __init__(self, syntax: Syntax, *, places: Mapping[int, str], removing: Container[str]) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            places: Country of every place name, by head token.
            removing: Verbs behind whose object "from" says whence it is taken.
        """
        self._syntax = syntax
        self._places = places
        self._removing = removing

    def behind(self, phrase: Phrase) -> list[Token]:
        """Return the prepositions that tell whose the head of a phrase is, or where."""
        if not (phrase.core or self._syntax.tokens[phrase.head].children):
            return self._whereabouts(phrase)
        found = self._hung(phrase) or self._joint(phrase)
        found += self._behind_place(found)
        loose = [] if found else self._whereabouts(phrase)
        return found + self._served(phrase) + self._origin(phrase, found) + loose

    def _hung(self, phrase: Phrase) -> list[Token]:
        """Return the ties that hang on the words of the core: "minister of", "an aide to"."""
        tokens = self._syntax.tokens
        inside = range(phrase.core.first, phrase.last) if phrase.core else range(phrase.head, phrase.head + 1)
        ties = TIES | {"to"} if tokens[phrase.head].lemma in SERVING else TIES
        behind = (tokens[c] for i in inside for c in tokens[i].children if c >= phrase.last)
        return [child for child in behind if child.dep == "prep" and child.lemma in ties]

    def _joint(self, phrase: Phrase) -> list[Token]:
        """Return the "of" right behind "members and supporters", which the parser hangs on the first of the two."""
        head = self._syntax.tokens[phrase.head]
        if head.dep != "conj" or head.pos != "NOUN":
            return []
        first = self._syntax.tokens[head.head]
        preps = self._syntax.parsed.children(first, "prep")
        return [p for p in preps if p.i == phrase.last and p.lemma in {"of", "from"} and first.pos == "NOUN"]

    def _behind_place(self, found: list[Token]) -> list[Token]:
        """Return the "of" that the parser hangs on where somebody is posted: "the envoy in Lima of the bishops"."""
        children = self._syntax.parsed.children
        posts = [n for p in found if p.lemma in {"in", "to"} for n in children(p, "pobj") if n.i in self._places]
        behind = [p for n in posts for p in children(n, "prep") if p.lemma == "of" and p.i == n.i + 1]
        return [p for p in behind if any(n.pos == "PROPN" for n in children(p, "pobj"))]

    def _served(self, phrase: Phrase) -> list[Token]:
        """Return the prepositions of whom somebody serves: "recruits fighting for the militia"."""
        children = self._syntax.parsed.children
        verbs = list(children(self._syntax.tokens[phrase.head], "acl"))
        serving = [p for v in verbs if v.lemma in SERVICE for p in children(v, "prep") if p.lemma in {"for", "with"}]
        return serving + [p for v in verbs if v.lemma in SEATED for p in children(v, "prep") if p.lemma in {"in", "at"}]

    def _origin(self, phrase: Phrase, found: list[Token]) -> list[Token]:
        """Return the "from" right behind a person's name, which the parser often hangs to the verb."""
        if not (phrase.core and phrase.core.person):
            return []
        tokens = self._syntax.tokens
        at = phrase.last + 1 if phrase.last < len(tokens) and tokens[phrase.last].text == "," else phrase.last
        at += 1 if at < len(tokens) and at > phrase.last and tokens[at].lemma == "both" else 0
        if at >= len(tokens) or tokens[at].lemma != "from":
            return []
        return [] if tokens[at] in found else [tokens[at]]

    def _whereabouts(self, phrase: Phrase) -> list[Token]:
        """Return the "in" or "from" right behind people, hung to a verb: "accused rebels in Mali of looting"."""
        tokens = self._syntax.tokens
        head, at = tokens[phrase.head], phrase.last
        if head.pos != "NOUN" or at >= len(tokens):
            return []
        verb = tokens[tokens[at].head]
        if tokens[at].text == "from" and tokens[at].dep == "prep":
            come = verb.pos == "VERB" and verb.i < head.i and verb.lemma not in self._removing
        else:
            beside = tokens[at].dep == "prep" and tokens[at].text == "in" and verb.i == head.head
            come = head.dep in {"dobj", "nsubjpass"} and beside and verb.lemma not in MEETING
        return [tokens[at]] if come else []
