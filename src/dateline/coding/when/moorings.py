"""Events dated by another: "a day after troops arrested him", "in August 2019, when Delhi revoked it"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import is_in_which
from dateline.coding.when.dating import NAMING, Dating, given
from dateline.model import EventDate, Precision, ResolvedStory, Timex, Token

ORDER = {"after": -1, "before": 1}
# Days, and the precision that a count of the unit leaves.
UNITS = {"D": (1, Precision.DAY), "W": (7, Precision.DAY), "M": (30, Precision.MONTH), "Y": (365, Precision.YEAR)}
# What a count of days hangs on in place of the clause that it counts from: "told it that ..., a day after".
CLIMBED = frozenset({"ccomp", "xcomp", "parataxis", "npadvmod", "advcl"})
MAX_CLIMB = 4
EXACT = frozenset({"exactly", "precisely"})
FINENESS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


class Moorings:
    """Dates clauses by the clause or the expression that they are tied to, in one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph, dates: Sequence[Timex]) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._dates = dates
        self._stretches = [t for t in resolved.timexes if t.type == "DURATION"]
        self._day = resolved.parsed.story.day

    def of(self, token: Token) -> Dating | None:
        """Return the date of an event whose clause hangs on a date or on another event's, if it does."""
        verb = token
        for _ in range(3):
            if verb.pos not in {"VERB", "AUX"}:
                return None
            found = self._when(verb) or self._counted(verb) or self._antecedent(verb)
            if found is not None:
                return found
            if verb.dep != "conj" or self._parsed.has(verb, "nsubj", "nsubjpass"):
                return None
            verb = self._parsed.head(verb)
        return None

    def within(self, clause: Sequence[Token]) -> EventDate | None:
        """Return the stretch of days that a clause leaves from the story's day on: "within a week"."""
        inside = {t.i for t in clause}
        for stretch in self._stretches:
            before = self._parsed.tokens[stretch.first - 1].lemma if stretch.first else ""
            counted = re.fullmatch(r"P(T?)(\d+)([HDWMY])", stretch.value)
            if counted is None or stretch.first not in inside or before not in {"within", "in"} or self._day is None:
                continue
            days = int(counted[2]) / 24 if counted[1] else int(counted[2]) * UNITS[counted[3]][0]
            end = self._day + timedelta(days=max(1, round(days)))
            reason = f"within {stretch.value} of the story's day"
            return EventDate(value=end.isoformat(), begin=self._day, end=end, precision=Precision.DAY, reason=reason)
        return None

    def _own(self, verb: Token) -> bool:
        """Say whether a clause names a time, but for the year of a thing in it: "declared void a 1928 treaty"."""
        inside = {t.i for t in self._graph.core(verb.i)}
        return any(t.first in inside and self._parsed.tokens[t.first].dep not in NAMING for t in self._dates)

    def _when(self, verb: Token) -> Dating | None:
        """Read "in August 2019, when ...": the clause explains the date that it follows."""
        when = next((c for c in self._parsed.children(verb, "advmod") if c.text.lower() == "when"), None)
        if when is None or when.i == 0 or self._own(verb):
            return None
        before = when.i - (self._parsed.tokens[when.i - 1].text == ",")
        timex = next((t for t in self._dates if t.last == before), None)
        return given(timex, "the time that its clause explains")

    def _antecedent(self, verb: Token) -> Dating | None:
        """Read "the 2000 coup, in which gunmen held ...": the clause tells of what its noun dates."""
        noun = self._parsed.head(verb)
        if verb.dep != "relcl" or verb.tag != "VBD" or noun.pos != "NOUN" or self._own(verb):
            return None
        if not self._within(verb):
            return None
        beside = {noun.i, *(c.i for c in self._parsed.children(noun, "compound", "nmod", "nummod", "poss", "amod"))}
        below = (p for p in self._parsed.children(noun, "prep") if p.lemma in {"in", "on", "of"} and p.i < verb.i)
        beside |= {c.i for prep in below for c in self._parsed.children(prep, "pobj")}
        timex = next(
            (t for t in self._dates if not beside.isdisjoint(range(t.first, t.last)) and t.last <= verb.i), None
        )
        return given(timex, "the time of what its clause tells of")

    def _within(self, verb: Token) -> bool:
        """Say whether a clause tells what happened in something: "the war in which", "the raid that killed"."""
        doing = verb.head in self._graph.slots(verb.i).get("subj", ())
        return is_in_which(self._parsed, verb) or (doing and any(c.tag == "WDT" for c in self._parsed.children(verb)))

    def _counted(self, verb: Token) -> Dating | None:
        """Read "closed the border on Wednesday, a day after troops arrested him": a day before Wednesday."""
        mark = next((c for c in self._parsed.children(verb, "mark") if c.text.lower() in ORDER), None)
        if mark is None or verb.dep not in {"advcl", "conj", "acl", "relcl"} or self._own(verb):
            return None
        stretch = next((t for t in self._stretches if t.last == mark.i), None)
        counted = re.fullmatch(r"P(\d+)([DWMY])", stretch.value) if stretch else None
        base = self._base(verb)
        if stretch is None or counted is None or base is None or base.begin is None:
            return None
        number = int(counted[1]) * ORDER[mark.text.lower()]
        if stretch.first and self._parsed.tokens[stretch.first - 1].lemma in EXACT and counted[2] in "MY":
            return _to_the_day(base.begin, number * (12 if counted[2] == "Y" else 1), base), stretch
        return self._count(base.begin, number, counted[2], base), stretch

    def _base(self, verb: Token) -> Timex | None:
        """Return the date of the nearest clause above that has one; of several that the parser joins, of the last."""
        above = self._parsed.head(verb)
        for _ in range(MAX_CLIMB):
            clauses = [above, *(c for c in self._parsed.children(above, "conj") if c.i < verb.i)]
            inside = {t.i for clause in clauses for t in self._graph.core(clause.i)}
            found = [t for t in self._dates if t.first in inside and t.first < verb.i and not self._is_term(t)]
            clause = above.pos in {"VERB", "AUX"}  # else "on Monday, a day after ...": hung on the day
            if found or (clause and above.dep not in CLIMBED) or above.head == above.i:
                return min(found, key=lambda t: verb.i - t.first, default=None)
            above = self._parsed.head(above)
        return None

    def _is_term(self, timex: Timex) -> bool:
        """Say whether a time is one until which something is given: "gave them until midnight on Thursday"."""
        before = self._parsed.tokens[max(0, timex.first - 3) : timex.first]
        return any(t.lemma in {"until", "till", "by"} for t in before)

    def _count(self, day: date, number: int, unit: str, base: Timex) -> EventDate:
        reason = f"counted from {base.value}, the date of the clause above"
        if unit == "Y":
            year = day.year + number
            begin, end = date(year, 1, 1), date(year, 12, 31)
        elif unit == "M":
            begin, end = _month(day, number)
        else:
            begin = end = day + timedelta(days=number * UNITS[unit][0])
        precision = max(UNITS[unit][1], base.precision or Precision.DAY, key=lambda p: -FINENESS.get(p, 4))
        if precision is not UNITS[unit][1]:
            return _coarse(begin, end + ((base.end or day) - day), reason)
        return EventDate(
            value=begin.isoformat()[: FINENESS[precision]], begin=begin, end=end, precision=precision, reason=reason
        )


def _month(day: date, months: int) -> tuple[date, date]:
    """Return the first and the last day of the month that lies so many months from a day's own."""
    count = day.year * 12 + day.month - 1 + months
    begin, following = (date(n // 12, n % 12 + 1, 1) for n in (count, count + 1))
    return begin, following - timedelta(days=1)


def _coarse(begin: date, end: date, reason: str) -> EventDate:
    """Return the month or the year that a count from a coarse date leads to, if it leads to one."""
    told = begin.isoformat()
    for precision in (Precision.MONTH, Precision.YEAR):
        if end.isoformat().startswith(told[: FINENESS[precision]]):
            value = told[: FINENESS[precision]]
            return EventDate(value=value, begin=begin, end=end, precision=precision, reason=reason)
    return EventDate(reason=f"{reason}, which is too coarse to count from")


def _to_the_day(day: date, months: int, base: Timex) -> EventDate:
    """Return the same day of the month so many months on: "exactly a month after a bomb killed him"."""
    first, last = _month(day, months)
    found = first.replace(day=min(day.day, last.day))
    reason = f"counted to the day from {base.value}, the date of the clause above"
    return EventDate(value=found.isoformat(), begin=found, end=found, precision=Precision.DAY, reason=reason)
