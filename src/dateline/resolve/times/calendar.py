"""Dates of the calendar: days, months, years, decades, holidays, seasons."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dateline.resolve.times.holidays import moving
from dateline.resolve.times.values import SEASON_ORDER, Found, Value, days_of, season_of, shift
from dateline.resolve.times.words import Words

# Months ahead within which a bare month name means the one to come, and days within which a named day does.
SOON = 4
SOON_DAYS = 45
# Years before the story's from which on what it tells of is another time.
LONG_PAST = 2
# Years before a story's within which a bare figure before a noun is one.
LIFETIME = 100


class Calendar:
    """Rules for one sentence."""

    def __init__(self, words: Words, *, past: date | None = None) -> None:
        """Prepare for one sentence; `past` is the date that the story named last, if it is near."""
        self._w = words
        self._past = past

    def rules(self) -> tuple[Callable[[int], Found | None], ...]:
        """Return the rules, each of which reads an expression that begins at a position."""
        return (self.iso, self.month_day, self.decade, self.holiday, self.season, self.year)

    def iso(self, i: int) -> Found | None:
        """Read "2019-10-03", "10/3/2019"."""
        word = self._w.word(i)
        if not word[:1].isdigit():
            return None
        match = re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", word)
        if match:
            return i + 1, Value("DATE", f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}", reason="calendar date")
        match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{2,4})", word)
        if match and int(match[1]) <= 12:
            year = match[3] if len(match[3]) == 4 else ("20" if int(match[3]) < 50 else "19") + match[3]
            return i + 1, Value("DATE", f"{year}-{int(match[1]):02d}-{int(match[2]):02d}", reason="calendar date")
        return None

    def month_day(self, i: int) -> Found | None:
        """Read "3 October", "Oct. 3, 2019", "late October", "June last year"."""
        start = i
        mod, i = self._w.early_late(i)
        relation = ""
        if self._w.word(i) in {"last", "next", "this"} and self._w.month(i + 1):
            relation, i = self._w.word(i), i + 1
        number, at = self._day_before(i)
        month = self._w.month(at)
        if month is None:
            return None
        last = at + 1
        if number is None and (after := self._w.day_number(last)) and not self._w.is_year(last):
            number, last = after, last + 1
        if number is not None and self._w.word(at) == "of" and mod:
            return None
        return self._finish(start, last, month, number, mod, relation)

    def _day_before(self, i: int) -> tuple[int | None, int]:
        """Read the day of "3 October" or "the 3rd of October"; None and the same position when there is none."""
        at = i + 1 if self._w.word(i) == "the" and self._w.day_number(i + 1) else i
        number = self._w.day_number(at)
        if number is None:
            return None, i
        after = at + 2 if self._w.word(at + 1) == "of" else at + 1
        return (number, after) if self._w.month(after) else (None, i)

    def _finish(self, start: int, i: int, month: int, number: int | None, mod: str | None, relation: str) -> Found:
        named = self._year_after(i)
        if named is not None:
            year: int | None = named[0]
            reason, i = "named month" if number is None else "named day", named[1]
        elif not relation and self._past is not None and self._goes_on_from(self._past, month, start):
            year = self._past.year
            reason = ("named month" if number is None else "named day") + ", year told of before"
        else:
            year = self._year_for(month, number, relation, start)
            reason = ("named month" if number is None else "named day") + ", year from the story's day"
        written = f"{year:04d}" if year else "XXXX"
        return i, Value("DATE", f"{written}-{month:02d}" + (f"-{number:02d}" if number else ""), mod, reason)

    def _goes_on_from(self, told: date, month: int, at: int) -> bool:
        """Say whether a month goes on from one of years ago: "broke out in January 1995. They fought in February"."""
        old = self._w.day is not None and self._w.day.year - told.year >= LONG_PAST
        return old and 0 < month - told.month <= SOON and self._w.simple_past(at)

    def _year_after(self, i: int) -> tuple[int, int] | None:
        at = i + 1 if self._w.word(i) in {",", "of"} else i
        if self._w.is_year(at):
            return int(self._w.word(at)), at + 1
        spoken = self._w.spoken_year(at)
        if spoken is not None:
            return spoken
        step = {"last": -1, "this": 0, "next": 1}.get(self._w.word(at))
        if step is not None and self._w.word(at + 1) == "year" and self._w.day is not None:
            return self._w.day.year + step, at + 2
        return None

    def _year_for(self, month: int, number: int | None, relation: str, at: int) -> int | None:
        day = self._w.day
        if day is None:
            return None
        now, here = (day.month, day.day), (month, number or day.day)
        if relation == "last":
            return day.year if here < now else day.year - 1
        if relation == "next":
            return day.year if here > now else day.year + 1
        if relation == "this":
            return day.year
        return self._nearest_day(month, number, at) if number else self._nearest_month(month, at)

    def _nearest_day(self, month: int, number: int, at: int) -> int:
        """Return the year that brings a day of the month nearest; one far off lies where its verb's tense says."""
        day = self._w.day
        assert day is not None

        def away(year: int) -> int:
            return (date(year, month, min(number, 28)) - day).days

        years = (day.year - 1, day.year, day.year + 1)
        near = min(years, key=lambda year: abs(away(year)))
        if abs(away(near)) <= SOON_DAYS:
            return near
        if self._w.future(at, surely=True):
            return min(year for year in years if away(year) >= 0)
        if self._w.past(at):
            return max(year for year in years if away(year) <= 0)
        return near

    def _nearest_month(self, month: int, at: int) -> int:
        day = self._w.day
        assert day is not None
        if self._w.future(at, surely=True):
            return day.year if month >= day.month else day.year + 1
        if month <= day.month:
            # "in January", told in November without a past tense: the one to come
            return day.year + 1 if month + 12 - day.month <= SOON and not self._w.past(at) else day.year
        return day.year if month - day.month <= SOON and not self._w.past(at) else day.year - 1

    def year(self, i: int) -> Found | None:
        """Read "2016", "late 2016", "fiscal 2016", "the year 2000", "nineteen ninety-six"."""
        start = i
        mod, i = self._w.early_late(i)
        if self._w.words(i, 2) == ["the", "year"] and (self._w.is_year(i + 2) or self._w.spoken_year(i + 2)):
            i += 2
        if self._w.word(i) == "fiscal":
            at = i + 2 if self._w.word(i + 1) == "year" else i + 1
            return (at + 1, Value("DATE", self._w.word(at), mod, "fiscal year")) if self._w.is_year(at) else None
        hyphen = re.fullmatch(r"(?:mid|early|late|post|pre)-?((?:1[5-9]|20)\d\d)", self._w.word(i))
        if hyphen:
            return i + 1, Value("DATE", hyphen[1], mod or "MID", "named year")
        spoken = self._w.spoken_year(i)
        if spoken is not None and self._w.word(spoken[1]) not in self._w.table.counted_things:
            return spoken[1], Value("DATE", f"{spoken[0]:04d}", mod, "named year")
        if not self._w.is_year(i) or not self._is_named_year(i, self._w.word(start - 1)):
            return None
        return i + 1, Value("DATE", self._w.word(i), mod, "named year")

    def _is_named_year(self, i: int, before: str) -> bool:
        counted = self._w.word(i + 1) in self._w.table.counted_things or self._w.word(i - 1) in {"$", "£", "€", "#"}
        if self._opens(i, before):
            return True
        if not counted and before in {"a", "an"} and self._tells_of_a_deed(i):
            return True
        return not counted and (self._w.token(i).ent == "DATE" or before in self._w.table.before_years)

    def _tells_of_a_deed(self, i: int) -> bool:
        """Say whether a figure stands before what is no measure: "a 2015 air strike", not "a 2000 metre race"."""
        words = [self._w.word(i + 1), self._w.word(i + 2)]
        day, number, noun = self._w.day, int(self._w.word(i)), self._w.token(i + 1)
        told = day is not None and day.year - LIFETIME <= number <= day.year
        return (
            told
            and noun.tag == "NN"
            and (self._w.table.counted_things | self._w.table.measures | {"-"}).isdisjoint(words)
        )

    def _opens(self, i: int, before: str) -> bool:
        """Say whether a year opens a sentence though the parser counts by it: "In 2000 soldiers fired on students"."""
        year, parsed = self._w.token(i), self._w.parsed
        subject = year.dep == "nummod" and parsed.head(year).dep in {"nsubj", "nsubjpass"}
        return i == 1 and before == "in" and subject and not any(parsed.children(self._w.token(0), "pobj"))

    def decade(self, i: int) -> Found | None:
        """Read "the 1990s", "the late '80s", "the nineties", "the 19th century"."""
        if self._w.word(i) == "the" and not self._w.early_late(i)[0]:
            i += 1
        mod, i = self._w.early_late(i)
        match = re.fullmatch(r"(?:mid-|early-|late-)?(?:(1[5-9]|20)(\d)0|'?(\d)0)'?s", self._w.word(i))
        if match is None and self._w.word(i) in {"'", "’"}:
            match = re.fullmatch(r"(?:(1[5-9]|20)(\d)0|(\d)0)s", self._w.word(i + 1))
            i += 1
        if match and (match[1] or not self._is_age(i)):
            value = f"{match[1]}{match[2]}" if match[1] else f"19{match[3]}"
            return i + 1, Value("DATE", value, mod, "named decade")
        tens = self._w.table.decades.get(self._w.word(i))
        if tens is not None and self._w.word(i - 1) in {"the", "-", "early", "late", "mid"}:
            return i + 1, Value("DATE", f"19{tens // 10}", mod, "named decade")
        century = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", self._w.word(i))
        if century and self._w.word(i + 1).startswith("century"):
            return i + 2, Value("DATE", f"{int(century[1]) - 1:02d}", mod, "named century")
        return None

    def _is_age(self, i: int) -> bool:
        """Say whether "30s" is somebody's age or a temperature: "in his 30s"."""
        return self._w.word(i - 1) in {"his", "her", "their", "my", "our", "your", "its"}

    def holiday(self, i: int) -> Found | None:
        """Read "Christmas", "last Thanksgiving", "Good Friday 2019"."""
        start = i
        relation = self._w.word(i) if self._w.word(i) in {"last", "next", "this"} else ""
        i += bool(relation)
        if not self._w.is_capital(i):
            return None
        for size in (4, 3, 2, 1):
            name = " ".join(self._w.words(i, size))
            if name not in self._w.table.holidays:
                continue
            last, value = self._on_holiday(start, i + size, self._w.table.holidays[name], relation)
            return self._around(last, value)
        return None

    def _around(self, last: int, value: Value) -> Found:
        """Widen a holiday to its week or weekend: "Easter week"."""
        unit = {"week": "W", "weekend": "WE"}.get(self._w.word(last))
        begin = days_of(value.value)[0]
        if unit is None or begin is None:
            return last, value
        return last + 1, Value("DATE", shift(begin, unit, 0), reason=value.reason)

    def _on_holiday(self, start: int, last: int, day: str, relation: str) -> Found:
        if self._w.is_year(last):
            year = int(self._w.word(last))
            return last + 1, Value("DATE", moving(day, year) or f"{year}-{day}", reason="holiday")
        today = self._w.day
        if today is None:
            value = f"XXXX-{day}" if day[:1].isdigit() else "XXXX-XX-XX"
            return last, Value("DATE", value, reason="holiday without a story day")
        here = moving(day, today.year) or f"{today.year}-{day}"
        found = self._year_for(int(here[5:7]), int(here[8:10]), relation, start) or today.year
        return last, Value("DATE", moving(day, found) or f"{found}-{day}", reason="holiday, year from the story's day")

    def season(self, i: int) -> Found | None:
        """Read "the summer of 2016", "late spring", "this winter" is read with the relative units."""
        start = i
        mod, i = self._w.early_late(i)
        if self._w.word(i) == "the":
            i += 1
        season = self._w.table.seasons.get(self._w.word(i))
        if season is None or self._w.token(i).pos == "VERB":
            return None
        opened = {"in", "the", "this", "last", "next", "late", "early", "mid", "by", "since"}
        if self._w.word(i) in {"fall", "spring"} and self._w.word(i - 1) not in opened:
            return None
        after = i + 2 if self._w.word(i + 1) == "of" else i + 1
        if self._w.is_year(after):
            return after + 1, Value("DATE", f"{self._w.word(after)}-{season}", mod, "named season")
        spoken = self._w.spoken_year(after)
        if spoken is not None:
            return spoken[1], Value("DATE", f"{spoken[0]}-{season}", mod, "named season")
        if self._w.word(start - 1) not in {"in", "this", "since", "by", "during", "until", "over"} and start == i:
            return None
        return self.season_value(i + 1, season, 0, mod)

    def season_value(self, last: int, season: str, step: int, mod: str | None) -> Found:
        """Return a season nearest to the story's day, or the last or next one (`step` -1 or 1)."""
        day = self._w.day
        if day is None:
            return last, Value("DATE", f"XXXX-{season}", mod, "season without a story day")
        now, year = season_of(day), day.year
        if step < 0 and SEASON_ORDER[season] >= now:
            year -= 1
        elif step > 0 and SEASON_ORDER[season] <= now:
            year += 1
        return last, Value("DATE", f"{year:04d}-{season}", mod, "season nearest the story's day")
