"""Bodies of states by how their names look: "the Andean Tourism Organisation", "the eight-nation monetary union"."""

from __future__ import annotations

import re

from dateline.coding.parties.cast import Cast, is_of_states
from dateline.coding.ties.words import lexicon
from dateline.model import EntityKind, MentionKind, Participant, Resolution, ResolvedStory, Span, Token

LOOKS = "body of states by its name"
ACRONYM = re.compile(r"[A-Z]{3,8}")
# Words of names that are no body of states': a state, a firm, a river, a commission of two.
OTHERS = frozenset(
    {"party", "company", "corporation", "soviet", "airline", "airlines", "bank", "joint", "river", "rivers", "worker",
     "workers", "trade", "credit", "labor", "labour", "farmer", "farmers", "student", "students", "bar", "press",
     "football", "soccer", "racing", "rugby", "cricket", "player", "players", "women", "youth", "medical", "church",
     "tribal"}
)  # fmt: skip
NAMES = frozenset({"NOUN", "PROPN"})


class Bodies:
    """Takes names that no base knows for those of bodies of states, where a relation asks for one."""

    def __init__(self, resolved: ResolvedStory, cast: Cast) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._cast = cast

    def named(self, head: int) -> Participant | None:
        """Return the body that a word names by its look; None where it is known, or looks like none.

        "A member of the Andean Tourism Organisation", "the twelve-nation rice council", "ANTO": no base need know them.
        """
        token = self._parsed.tokens[head]
        if token.pos not in NAMES or self._is_known(token) or not self._looks(token):
            return None
        inside = [t for t in self._parsed.subtree(token) if t.i <= head and t.dep not in {"det", "case"}]
        span = Span(min((t.start for t in inside), default=token.start), token.end)
        text = span.of(self._parsed.story.text)
        european = any(t.text in {"European", "Brussels"} for t in inside)
        code = "EUR" if european and token.pos == "NOUN" else "IGO"
        return Participant(span=span, text=text, resolution=Resolution(name=text, country=code, score=0.5, rule=LOOKS))

    def _is_known(self, token: Token) -> bool:
        """Say whether a word names a land, a body of states or anything else that the base knows."""
        over = [m for m in self._resolved.mentions if m.first <= token.i < m.last and m.resolution is not None]
        if any(is_of_states(m.resolution) for m in over if m.resolution is not None):
            return True
        mention = next((m for m in self._resolved.mentions if m.head == token.i), None)
        if mention is None or mention.resolution is None:
            return False
        known = mention.resolution
        entity = known.entity is not None and known.entity.kind is not EntityKind.ORGANISATION
        described = mention.kind is MentionKind.NOMINAL and not is_of_states(known)
        return entity or is_of_states(known) or not (described or known.of_the_story or is_assumed_name(known))

    def _words(self, token: Token) -> set[str]:
        """Return the words of a name, in lower case."""
        below = self._parsed.children(token, "compound", "amod", "nmod")
        return {token.lemma.lower(), *(c.text.lower() for c in below)}

    def _looks(self, token: Token) -> bool:
        if self._words(token) & OTHERS:
            return False
        if token.pos == "PROPN" and ACRONYM.fullmatch(token.text):
            return token.dep != "appos" or not OTHERS & self._words(self._parsed.head(token))
        if token.lemma == "group" and not any(
            c.pos == "PROPN" for c in self._parsed.children(token, "compound", "nmod")
        ):
            return False
        if token.pos == "NOUN" and token.lemma in lexicon().words.plain_bodies:
            return False  # "the mining area", "the Andean market"
        named = any(c.text[:1].isupper() or c.lemma == "nation" for c in self._parsed.subtree(token) if c.i < token.i)
        return token.lemma.lower() in lexicon().words.body_names and (token.pos == "PROPN" or named)


def is_assumed_name(resolution: Resolution) -> bool:
    """Say whether a name's country is only that of its story, or of the words it holds."""
    return resolution.of_the_story or "form" in resolution.rule or "demonym" in resolution.rule
