"""Since when and until when a relation holds."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from dateline.coding.arguments import Graph
from dateline.model import Precision, ResolvedStory, Token

# What a date must stand behind to end a relation.
UNTIL = frozenset({"until", "till", "through", "expire", "end", "run"})


class Bounds:
    """Reads the time expressions of one story as beginnings and ends."""

    def __init__(self, resolved: ResolvedStory, graph: Graph, *, beginnings: Collection[str]) -> None:
        """Prepare for one story; `beginnings` are the verbs by which a relation is made ("sign", "found")."""
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._graph = graph
        self._beginnings = beginnings

    def dated(self, verb: Token) -> str | None:
        """Return the date in a verb's own clause, as written in TIMEX3."""
        tokens = {t.i for t in self._graph.core(verb.i)}
        dates = [t for t in self._resolved.timexes if t.first in tokens and t.begin is not None]
        return dates[0].value if dates else None

    def since(self, inside: list[int], noun: Token, *, perfect: bool) -> str | None:
        """Return since when a relation holds, by the words of its clause or of the noun that names it."""
        tokens = set(inside)
        for timex in self._resolved.timexes:
            before = self._parsed.tokens[timex.first - 1].lemma if timex.first else ""
            first = self._parsed.tokens[timex.first].lemma
            if timex.first in tokens and "since" in (before, first) and timex.begin is not None:
                return timex.value
        clauses = (c for i in inside for c in self._parsed.children(self._parsed.tokens[i], "advcl"))
        for clause in clauses:  # "since it was set up in 1974"
            marked = any(c.lemma == "since" for c in self._parsed.children(clause, "mark"))
            if marked and (value := self.dated(clause)):
                return value
        if perfect and (counted := self.counted_back([self._parsed.tokens[i] for i in inside])):
            return counted
        nouns = [noun]
        if noun.pos != "NOUN":
            slots = self._graph.slots(noun.i)
            nouns = [self._parsed.tokens[i] for slot in ("subj", "obj") for i in slots.get(slot, ())]
        return next((value for n in nouns if (value := self._made(n))), None)

    def _made(self, noun: Token) -> str | None:
        """Return when what a noun names was made: "a pact signed in 1999", "the 1960 treaty"."""
        if noun.pos != "NOUN":
            return None
        for clause in (*self._parsed.children(noun, "acl", "relcl"), self._parsed.head(noun)):
            if clause.lemma in self._beginnings and (value := self.dated(clause)):
                return value
        before = [t for t in self._resolved.timexes if t.last <= noun.i and noun.i - t.last < 3]
        own = {c.i for c in self._parsed.subtree(noun)}
        return next((t.value for t in before if t.first in own and t.precision is Precision.YEAR), None)

    def counted_back(self, clause: list[Token]) -> str | None:
        """Return the year or day that "for twenty years" counts back to from the story's day."""
        tokens, day = {t.i for t in clause}, self._parsed.story.day
        for timex in self._resolved.timexes:
            counted = re.fullmatch(r"P(\d+)([YMWD])", timex.value)
            before = self._parsed.tokens[timex.first - 1].lemma if timex.first else ""
            if counted and day is not None and timex.first in tokens and before == "for":
                days = int(counted[1]) * {"Y": 365.25, "M": 30.44, "W": 7, "D": 1}[counted[2]]
                start = date.fromordinal(max(1, int(day.toordinal() - days)))
                return start.isoformat()[: {"Y": 4, "M": 7, "W": 10, "D": 10}[counted[2]]]
        return None

    def until(self, inside: list[int]) -> str | None:
        """Return until when a relation holds."""
        tokens = set(inside)
        for timex in self._resolved.timexes:
            if timex.first not in tokens or timex.begin is None:
                continue
            near = {t.lemma for t in self._parsed.tokens[max(0, timex.first - 2) : timex.first + 1]}
            if near & UNTIL:
                return timex.value
        return None
