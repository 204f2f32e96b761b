"""The date that a clause shares with another of its sentence: with the one it joins, the one that tells when it was."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import VERBAL_POS, Clauses
from dateline.coding.structure.voices import has_subject
from dateline.coding.when.dating import is_past_time
from dateline.model import ParsedStory, Precision, Timex, Token

WHEN = frozenset({"when"})
# Words up to the date that opens a sentence: "In 2017, ...", "In early May, ...".
OPENING = 3
# Helpers that put a clause at another time than the one it joins.
ELSEWHEN = frozenset({"have", "has", "had", "will", "would", "is", "are", "'ve", "'d", "'ll"})


class SameTimes:
    """Reads which clauses of one story's sentences share a date."""

    def __init__(self, graph: Graph, clauses: Clauses, dates: Sequence[Timex]) -> None:
        self._graph = graph
        self._parsed: ParsedStory = graph.parsed
        self._clauses = clauses
        self._dates = dates

    def of(self, token: Token, *, verbal: bool) -> Timex | None:
        """Return the date that a deed's clause takes over, where its own words give none.

        What somebody says "and" does later is mostly the report's news: of words, only the same speaker's share a day.
        """
        if token.pos not in VERBAL_POS:
            return None
        return self._opening(token) or self._when(token) or self.joined(token, alone=verbal)

    def joined(self, token: Token, *, alone: bool) -> Timex | None:
        """Return the day of the clause that a verb in the past goes on from: "came on Sunday and promised aid".

        `alone` asks that the verb has no subject of its own.
        """
        own = has_subject(self._parsed, token)
        if token.dep != "conj" or not self._is_past(token) or (alone and own):
            return None
        first = self._told_above(token)
        if not self._is_past(first):
            return None
        return self._one(self._own(first), Precision.DAY if own or not alone else None)

    def _told_above(self, token: Token) -> Token:
        """Return the clause that a verb goes on from: not one in the present of somebody, to which the parser hung it.

        "Barred charities from the areas that they control and accused them of spying."
        """
        first = self._parsed.head(token)
        if first.dep != "relcl" or first.tag not in {"VBP", "VBZ"} or has_subject(self._parsed, token):
            return first
        return next((v for v in self._clauses.above(first) if v.pos in VERBAL_POS), first)

    def after(self, token: Token) -> Timex | None:
        """Return the month or year of what a deed came after: "stopped its aid after he came to power in 2009"."""
        for child in self._parsed.children(token, "advcl", "prep"):
            below = self._parsed.children(child, "mark") if child.dep == "advcl" else iter((child,))
            if any(c.lemma == "after" for c in below):
                inside = {t.i for t in self._parsed.subtree(child)}
                found = self._one([t for t in self._dates if t.first in inside and is_past_time(self._parsed, t)], None)
                return found if found is not None and found.precision in {Precision.MONTH, Precision.YEAR} else None
        return None

    def _opening(self, token: Token) -> Timex | None:
        """Return the time that opens a sentence before its main clause: "In 2017, after much talk, he resigned"."""
        verb = self._parsed.first_joined(token)
        sentence = self._parsed.sentences[token.sent]
        if verb.i != sentence.root or not self._is_past(token):
            return None
        for timex in self._dates:
            closed = self._parsed.tokens[timex.last].text == "," if timex.last < len(self._parsed.tokens) else False
            if closed and 0 <= timex.first - sentence.first < OPENING and timex.last <= verb.i:
                return timex if is_past_time(self._parsed, timex) else None
        return None

    def _when(self, token: Token) -> Timex | None:
        """Return the date of the clause of "when" below a verb, or of the clause that it stands below with "when"."""
        if self._opens_with_when(token):
            return self._one(self._own(self._parsed.head(token)), None)
        for clause in self._parsed.children(token, "advcl"):
            if self._opens_with_when(clause) and self._is_past(clause):
                return self._one(self._own(clause), None)
        return None

    def _opens_with_when(self, verb: Token) -> bool:
        marks = (c.text.lower() for c in self._parsed.children(verb, "mark", "advmod"))
        return verb.dep == "advcl" and not WHEN.isdisjoint(marks)

    def _own(self, verb: Token) -> list[Timex]:
        inside = {t.i for t in self._graph.core(verb.i)}
        own = [t for t in self._dates if t.first in inside and is_past_time(self._parsed, t)]
        return [t for t in own if not self._clauses.is_beside(t, verb) and not self._clauses.is_about(t, verb)]

    def _one(self, found: Sequence[Timex], precision: Precision | None) -> Timex | None:
        """Return the only time found, where it is as fine as asked."""
        if len(found) != 1 or (precision is not None and found[0].precision is not precision):
            return None
        return found[0]

    def _is_past(self, verb: Token) -> bool:
        helpers = {c.text.lower() for c in self._parsed.children(verb, "aux", "auxpass")}
        return verb.tag in {"VBD", "VBN"} and ELSEWHEN.isdisjoint(helpers)
