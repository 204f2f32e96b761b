"""Dates counted from what the story told before: "that day", "the following year", "two days later"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateline.model import Precision
from dateline.resolve.times.values import SEASON_ORDER, Found, Value, days_of, duration, season_of, shift
from dateline.resolve.times.words import Words

# Sentences after which a date named before is no longer the one told of.
REACH = 3
# Values that only compare: the story goes on with the quarter before them.
COMPARED = "the year before"
# So few days, weeks or months later it is most likely the same month or year.
FEW = 7
PARTS = frozenset({"morning", "afternoon", "evening", "night"})
UNITS = frozenset({"D", "W", "M", "Y"})
# How many letters tell a coarse date, and the units too fine to be counted from it.
COARSE = {Precision.MONTH: 7, Precision.YEAR: 4}
FINER = {Precision.MONTH: {"D", "W"}, Precision.YEAR: {"D", "W", "M"}}
FINE = {"D": {Precision.DAY}, "W": {Precision.DAY, Precision.WEEK}, "M": {Precision.DAY, Precision.MONTH}}


class Anchor:
    """The dates that a story named last; the only thing its reading remembers from sentence to sentence."""

    def __init__(self) -> None:
        self._sentence = 0
        self._dates: list[tuple[int, date, Precision]] = []
        self._quarter: tuple[int, str] | None = None

    def enter(self, sentence: int) -> None:
        """Go on to a sentence."""
        self._sentence = sentence

    def remember(self, value: Value) -> None:
        """Keep the date of an expression, if it names one."""
        if value.type not in {"DATE", "TIME"} or value.reason.startswith(COMPARED):
            return
        if "-Q" in value.value and not value.value.startswith("X"):
            self._quarter = (self._sentence, value.value)
            return
        begin, _, precision = days_of(value.value)
        if begin is not None:
            self._dates.append((self._sentence, begin, precision))

    def of(self, unit: str) -> date | None:
        """Return the first day of the last date that was named at least as finely as a unit."""
        for sentence, begin, precision in reversed(self._dates):
            if self._sentence - sentence > REACH:
                return None
            if unit == "Y" or precision in FINE.get(unit, ()):
                return begin
        return None

    def coarse(self, unit: str) -> str | None:
        """Return the month or year that was named last, where it is too coarse to count a unit from."""
        for sentence, begin, precision in reversed(self._dates):
            if self._sentence - sentence > REACH or precision not in COARSE:
                return None
            return begin.isoformat()[: COARSE[precision]] if unit in FINER[precision] else None
        return None

    def season(self, season: str, step: int) -> str | None:
        """Return the season of a name that comes next (`step` 1) after, or last before, the time named last."""
        if not self._dates or self._sentence - self._dates[-1][0] > REACH:
            return None
        _, begin, precision = self._dates[-1]
        turn = SEASON_ORDER[season] - season_of(begin)
        beyond = precision is Precision.YEAR or (turn <= 0 if step > 0 else turn >= 0)
        return f"{begin.year + (step if beyond else 0):04d}-{season}"

    @property
    def past(self) -> date | None:
        """The month or day that the sentence before named last."""
        last = self._dates[-1] if self._dates else None
        near = last is not None and self._sentence - last[0] == 1 and last[2] is not Precision.YEAR
        return last[1] if last is not None and near else None

    @property
    def quarter(self) -> str | None:
        """The quarter of a year told of last, if it is near."""
        if self._quarter is None or self._sentence - self._quarter[0] > 3 * REACH:
            return None
        return self._quarter[1]


class Narrative:
    """Rules for one sentence."""

    def __init__(self, words: Words, anchor: Anchor) -> None:
        self._w = words
        self._anchor = anchor

    def rules(self) -> tuple[Callable[[int], Found | None], ...]:
        """Return the rules, each of which reads an expression that begins at a position."""
        return (self.month_of_that_year, self.that_month, self.that_time, self.next_time, self.later, self.week_of)

    def month_of_that_year(self, i: int) -> Found | None:
        """Read "November of that year", "in May that year", "March of the same year", of a year told of."""
        month = self._w.month(i)
        at = i + 2 if self._w.word(i + 1) in {"of", "later"} else i + 1
        last = self._after_that(at)
        base = self._anchor.of("Y")
        if month is None or last is None or self._w.word(last) != "year" or base is None:
            return None
        return last + 1, Value("DATE", f"{base.year:04d}-{month:02d}", reason="named month of the year told of before")

    def that_month(self, i: int) -> Found | None:
        """Read "agreed that January", of a year told of."""
        month, base = self._w.month(i + 1), self._anchor.of("Y")
        if self._w.word(i) != "that" or month is None or base is None:
            return None
        if re.match(r"\w", self._w.word(i + 2)) and self._w.token(i + 2).pos not in {"ADP", "CCONJ", "SCONJ"}:
            return None  # "said that January sales fell"
        return i + 2, Value("DATE", f"{base.year:04d}-{month:02d}", reason="named month of the year told of before")

    def that_time(self, i: int) -> Found | None:
        """Read "that day", "later that year", "the same month"."""
        i_unit = self._after_that(i)
        if i_unit is None:
            return None
        part = self._w.word(i_unit) if self._w.word(i_unit) in PARTS else ""
        unit = "D" if part else self._w.unit(i_unit)
        if unit not in UNITS or (self._w.word(i_unit).endswith("s") and not part):
            return None
        base = self._anchor.of(unit) or (self._w.day if unit == "D" else None)
        if base is None:
            return None
        value = shift(base, unit, 0) + (self._w.table.parts[part] if part else "")
        return i_unit + 1, Value("TIME" if part else "DATE", value, reason="the date told of before")

    def _after_that(self, i: int) -> int | None:
        start = i + (self._w.word(i) in {"later", "earlier"})
        if self._w.word(start) == "that":
            return start + 2 if self._w.word(start + 1) in {"same", "very"} else start + 1
        if self._w.words(start, 2) == ["the", "same"]:
            return start + 2
        return None

    def next_time(self, i: int) -> Found | None:
        """Read "the next day", "the following year", "the day before", "the following spring" of a date told of."""
        if self._w.word(i) != "the":
            return None
        step = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(self._w.word(i + 1))
        if step is not None and self._w.word(i + 2) in self._w.table.seasons:
            return self._season(i + 2, step)
        at, last = i + 2, i + 3
        if step is None and self._w.words(i + 1, 2) in (["day", "before"], ["day", "after"]):
            if self._w.token(i + 2).dep in {"mark", "prep"} or self._w.word(i + 3) in {"yesterday", "tomorrow"}:
                return None
            step, at, last = (-1 if self._w.word(i + 2) == "before" else 1), i + 1, i + 3
        part = self._w.word(at) if self._w.word(at) in PARTS else ""
        unit = "D" if part else self._w.unit(at)
        if step is None or unit not in UNITS or self._w.word(at).endswith("s"):
            return None
        base = self._anchor.of(unit)
        if base is None or not self._w.past(at):
            return None
        value = shift(base, unit, step) + (self._w.table.parts[part] if part else "")
        return last, Value("TIME" if part else "DATE", value, reason="counted from the date told of before")

    def _season(self, at: int, step: int) -> Found | None:
        season = self._anchor.season(self._w.table.seasons[self._w.word(at)], step)
        if season is None or not self._w.past(at):
            return None
        return at + 1, Value("DATE", season, reason="counted from the date told of before")

    def later(self, i: int) -> Found | None:
        """Read "two days later", "a year earlier" from a date told of, and "ten days before the vote" as a stretch."""
        mod, at = self._w.mod(i)
        read = self._w.count(at)
        unit = self._w.unit(read[1]) if read else None
        if read is None or unit is None:
            return None
        number, after, _ = read
        word, last = self._w.word(after + 1), after + 2
        more = last < len(self._w.tokens) and self._w.token(last).pos not in {"PUNCT", "CCONJ"}
        if word in {"before", "after"} and more:
            return after + 1, Value("DURATION", duration(number, unit), mod, "stretch before or after what is told")
        sign = {"later": 1, "afterwards": 1, "after": 1, "earlier": -1, "before": -1}.get(word)
        told = self._w.past(after + 1) or (word == "later" and not self._w.future(after + 1, surely=True))
        if sign is None or number is None or unit not in UNITS or not told:
            return None
        base = self._anchor.of(unit)
        if base is not None and base != self._w.day:
            value = shift(base, unit, sign * int(number))
            return last, Value("DATE", value, mod, "counted from the date told of before")
        coarse = self._anchor.coarse(unit) if word == "later" and number < FEW else None
        return (last, Value("DATE", coarse, mod, "some time after the date told of before")) if coarse else None

    def week_of(self, i: int) -> Found | None:
        """Read "the week of March 6"."""
        if self._w.words(i, 3) != ["the", "week", "of"]:
            return None
        month, number = self._w.month(i + 3), self._w.day_number(i + 4)
        if month is None or number is None or self._w.day is None:
            return None
        year = self._w.day.year
        try:
            day = date(year, month, number)
        except ValueError:
            return None
        return i + 5, Value("DATE", shift(day + timedelta(days=0), "W", 0), reason="the week of a named day")
