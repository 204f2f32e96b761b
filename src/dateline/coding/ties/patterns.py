"""Which patterns of relations a word may follow, and whether its clause has what they ask for."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.frames.matching import Matcher
from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.lasting import Lasting
from dateline.coding.ties.parties import TieParties
from dateline.coding.ties.words import lexicon
from dateline.knowledge.ties import TiePattern
from dateline.model import Token

# Kinds of words that patterns hang on.
KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "PROPN": "noun", "NUM": "noun"}
# Patterns for any verb, tried when those of the verb's own do not fit: "have propped up the government with troops".
ANY = "#any"
# Patterns for any name of a kind, by what the name is of.
NAMED = ("#igo", "#country", "#place")
# What a pattern asks of a body of states.
BODIES = frozenset({"#igo", "#org"})
# What a pattern asks of those who are kept abroad: missions by name are such.
KEPT = "@kept_abroad"
# What a pattern asks of a state: "the kingdom", "both" are such.
STATES = frozenset({"#country", "#actor"})


class TiePatterns:
    """Finds the patterns for the words of one story."""

    def __init__(self, graph: Graph, matcher: Matcher, lasting: Lasting, parties: TieParties) -> None:
        self._parsed = graph.parsed
        self._graph = graph
        self._matcher = matcher
        self._lasting = lasting
        self._parties = parties
        self._ending = lexicon().words.endings | lexicon().words.unended

    def of(self, token: Token) -> Iterator[TiePattern]:
        """Yield the patterns that a word may follow: its own, those of a body's name, those for any verb."""
        table, kind = lexicon().by_word, _kind(token)
        if not kind:
            return
        lemma = token.lemma.lower()  # "the Joint Commission meets yearly"
        yield from table.get((kind, lemma), ())
        yield from self._of_bodies(token)
        if lemma not in self._ending:
            yield from self._of_any(token, table.get((kind, ANY), ()))

    def _of_any(self, token: Token, patterns: tuple[TiePattern, ...]) -> Iterator[TiePattern]:
        """Yield those of the patterns for any verb that its tense or an "as" lets in: half of all verbs are in none."""
        if patterns:
            kept = self._lasting.tenses.perfect(token)
            below = list(self._parsed.children(token))
            called = any(c.lemma == "as" for c in below) and not any(c.dep == "agent" for c in below)
            yield from (p for p in patterns if (kept if p.measured else called))

    def _of_bodies(self, token: Token) -> Iterator[TiePattern]:
        """Yield the patterns for any name of a body of states: "Norway, in NATO since 1949"."""
        if token.pos == "PROPN" and token.dep == "pobj" and self._parsed.head(token).lemma in {"in", "at", "on"}:
            for kind in NAMED:
                if self._matcher.restrictions.any_fits((kind,), [token.i]):
                    yield from lexicon().by_word.get(("noun", kind), ())

    def fits(self, pattern: TiePattern, token: Token) -> bool:
        """Say whether a word's slots hold what a pattern asks for, and its clause one of the pattern's phrases."""
        for union, items in pattern.where:
            heads = [h for slot in union.split("+") for h in self._parties.heads(token, slot)]
            meant = self._is_meant(pattern, items, heads)
            if not meant and not self._matcher.restrictions.any_fits(items, heads):
                return False
        if not pattern.phrases:
            return True
        inside = sorted(t.i for t in self._graph.clause(self._lasting.verb(token).i))
        words = " ".join(self._parsed.tokens[i].text.lower() for i in inside)
        return any(phrase in words for phrase in pattern.phrases)

    def _is_meant(self, pattern: TiePattern, items: tuple[str, ...], heads: list[int]) -> bool:
        """Say whether words that name nobody stand for a state, or for a body, where a pattern asks for one."""
        told, bodies = self._parties.told, self._parties.bodies
        asks_body = pattern.kind == "membership" and not BODIES.isdisjoint(items)
        if asks_body and any(bodies.named(h) or told.is_body(h) for h in heads):
            return True
        tokens = [self._parsed.tokens[h] for h in heads]
        if KEPT in items and not lexicon().words.missions.keys().isdisjoint(t.text for t in tokens):
            return True  # "UNIFIL has patrolled the line"
        return not STATES.isdisjoint(items) and any(self._is_state(t) for t in tokens)

    def _is_state(self, token: Token) -> bool:
        """Say whether a word stands for a state that the report tells of: "the two", "it", "the kingdom"."""
        told = self._parties.told
        known = told.meant(token.i) or told.are_known(token.i) or (token.pos == "PRON" and told.known(token.i))
        return bool(known or self._parties.lands.it(token, ()))


def _kind(token: Token) -> str:
    if token.lemma == "home":  # which the parser takes for an adverb
        return "noun"
    return KINDS.get(token.pos, "")
