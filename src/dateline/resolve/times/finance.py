"""Quarters and business years: "third-quarter", "the latest quarter", "a year earlier" of a quarter told of."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.resolve.times.narrative import Anchor
from dateline.resolve.times.values import Found, Value
from dateline.resolve.times.words import Words

LETTERS = {"quarter": "Q", "half": "H"}
YEARS = {"current": 0, "latest": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
PERIODS = frozenset({"quarter", "period"})


class Finance:
    """Rules for one sentence."""

    def __init__(self, words: Words, anchor: Anchor) -> None:
        self._w = words
        self._anchor = anchor

    def rules(self) -> tuple[Callable[[int], Found | None], ...]:
        """Return the rules, each of which reads an expression that begins at a position."""
        return (self.quarter, self.told_quarter, self.year_before, self.end_of_year, self.business_year)

    def quarter(self, i: int) -> Found | None:
        """Read "the third quarter of 2019", "third-quarter", "the 1988 third quarter", "last year's first half"."""
        year, at = self._year_before(i)
        if self._w.word(at) == "the" and year is None:
            at += 1
        at += self._w.word(at) == "fiscal"
        joined = re.fullmatch(r"(first|second|third|fourth|last)-(quarter|half)", self._w.word(at))
        if joined:
            return self._numbered(joined[1], joined[2], at + 1, year)
        hyphen = self._w.word(at + 1) == "-"
        unit = self._w.word(at + 2 if hyphen else at + 1)
        if unit not in LETTERS:
            return None
        return self._numbered(self._w.word(at), unit, at + (3 if hyphen else 2), year)

    def _year_before(self, i: int) -> tuple[int | None, int]:
        start = i + 1 if self._w.word(i) == "the" else i
        if self._w.is_year(start):
            return int(self._w.word(start)), start + 1
        step = {"last": -1, "this": 0, "next": 1}.get(self._w.word(start))
        possessive = self._w.word(start + 1) == "year" and self._w.word(start + 2) in {"'s", "’s"}
        if step is not None and possessive and self._w.day is not None:
            return self._w.day.year + step, start + 3
        return None, i

    def _numbered(self, ordinal: str, unit: str, last: int, year: int | None) -> Found | None:
        number = {"last": 4 if unit == "quarter" else 2}.get(ordinal) or self._w.table.ordinals.get(ordinal)
        letter = LETTERS[unit]
        if number is None or number > (4 if letter == "Q" else 2):
            return None
        after = last + 1 if self._w.word(last) == "of" else last
        if year is None and self._w.is_year(after):
            year, last = int(self._w.word(after)), after + 1
        elif year is None and self._w.word(last) == "of":
            step = {"last": -1, "this": 0, "next": 1, "the": 0}.get(self._w.word(after))
            if step is not None and self._w.word(after + 1) == "year" and self._w.day is not None:
                year, last = self._w.day.year + step, after + 2
        if year is not None:
            return last, Value("DATE", f"{year}-{letter}{number}", reason="named quarter")
        return self._nearest(letter, number, last)

    def _nearest(self, letter: str, number: int, last: int) -> Found | None:
        day = self._w.day
        if day is None:
            return last, Value("DATE", f"XXXX-{letter}{number}", reason="quarter of no named year")
        now = (day.month - 1) // (3 if letter == "Q" else 6) + 1
        back = number > now and not self._w.future(last - 1, surely=True)
        # in the first month of a quarter the one named last is the year's, unless it has not begun
        year = day.year - (1 if back and number - now > 1 else 0)
        if back and number - now == 1 and letter == "Q" and day.month % 3 == 1:
            year = day.year - 1
        return last, Value("DATE", f"{year}-{letter}{number}", reason="quarter nearest the story's day")

    def told_quarter(self, i: int) -> Found | None:
        """Read "the quarter", "the latest period", "the year-ago quarter", "the 1988 period" of a quarter told of."""
        told = self._anchor.quarter
        if told is None:
            return None
        year, number = int(told[:4]), told[4:]
        if self._w.word(i) == "the":
            plain = self._w.word(i + 1) == "quarter" and self._w.words(i + 2, 2) != ["-", "to"]
            if plain or (self._w.word(i + 1) == "latest" and self._w.word(i + 2) in PERIODS):
                last = i + (2 if plain else 3)
                return last, Value("DATE", told, reason="the quarter told of before")
            if self._w.is_year(i + 1) and self._w.word(i + 2) in PERIODS:
                return i + 3, Value("DATE", f"{self._w.word(i + 1)}{number}", reason="the year before or after")
        at = i + (self._w.word(i) == "the")
        ago = self._year_ago(at)
        if ago is None:
            return None
        ago += self._w.word(ago) in PERIODS
        return ago, Value("DATE", f"{year - 1}{number}", reason="the year before the quarter told of")

    def _year_ago(self, i: int) -> int | None:
        """Read "year-ago" or "year-earlier", joined or not, and return the position after it."""
        if self._w.word(i) in {"year-ago", "year-earlier"}:
            return i + 1
        apart = self._w.word(i) == "year" and self._w.word(i + 1) == "-" and self._w.word(i + 2) in {"ago", "earlier"}
        return i + 3 if apart else None

    def year_before(self, i: int) -> Found | None:
        """Read "a year earlier" and "a year ago" beside a quarter told of: the same quarter of the year before."""
        told = self._anchor.quarter
        if told is None or self._w.words(i, 2) != ["a", "year"] or self._w.word(i + 2) not in {"ago", "earlier"}:
            return None
        if not any(t.text in {"$", "£", "€", "%", "C$", "#"} or t.lemma in self._w.table.sums for t in self._w.tokens):
            return None
        return i + 3, Value("DATE", f"{int(told[:4]) - 1}{told[4:]}", reason="the year before the quarter told of")

    def end_of_year(self, i: int) -> Found | None:
        """Read "year-end", "the end of the year", "the end of the month"."""
        day = self._w.day
        if day is None:
            return None
        if self._w.word(i) in {"year-end", "yearend"}:
            return i + 1, Value("DATE", f"{day.year}", "END", "end of the story's year")
        if self._w.word(i) == "year" and self._w.word(i + 1) in {"-", "'s", "’s"} and self._w.word(i + 2) == "end":
            return i + 3, Value("DATE", f"{day.year}", "END", "end of the story's year")
        if self._w.words(i, 4) == ["the", "end", "of", "the"] and self._w.word(i + 4) in {"year", "month", "week"}:
            value = {"year": f"{day.year}", "month": f"{day:%Y-%m}"}.get(self._w.word(i + 4))
            return (i + 5, Value("DATE", value, "END", "end of the story's year or month")) if value else None
        return None

    def business_year(self, i: int) -> Found | None:
        """Read "the full year", "the fiscal year", "the current fiscal year", "the year ended March 31"."""
        if self._w.word(i) != "the" or self._w.day is None:
            return None
        at = i + 1
        step = YEARS.get(self._w.word(at))
        at += step is not None
        if self._w.word(at) in {"fiscal", "full", "financial", "business"} and self._w.word(at + 1) == "year":
            return at + 2, Value("DATE", f"{self._w.day.year + (step or 0)}", reason="the business year")
        if step is None and self._w.word(at) == "year" and self._w.word(at + 1) in {"ended", "ending"}:
            return at + 1, Value("DURATION", "P1Y", reason="the business year")
        return None
