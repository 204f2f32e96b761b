"""Times of day: "9 a.m. Tuesday", "noon", "14:30 GMT", "overnight"."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.resolve.times.calendar import Calendar
from dateline.resolve.times.relative import Relative
from dateline.resolve.times.values import Found, Value
from dateline.resolve.times.words import Words

HALVES = {"a.m": 0, "am": 0, "p.m": 12, "pm": 12, "o'clock": 0}
MAX_BRACKET = 8
TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(am|pm)?")


class Clock:
    """Rules for one sentence."""

    def __init__(self, words: Words, calendar: Calendar, relative: Relative) -> None:
        self._w = words
        self._calendar = calendar
        self._relative = relative

    def rules(self) -> tuple[Callable[[int], Found | None], ...]:
        """Return the rules, each of which reads an expression that begins at a position."""
        return (self.clock, self.part_of_day)

    def clock(self, i: int) -> Found | None:
        """Read a time of day in figures, or "noon" and "midnight"."""
        if self._w.word(i) in {"midnight", "noon", "midday"}:
            if self._w.day is None or self._w.word(i - 1) == "high":
                return None
            return self._on_day(i + 1, "24:00" if self._w.word(i) == "midnight" else "12:00")
        match = TIME.fullmatch(self._w.word(i))
        read = self._half(i, match) if match else None
        if match is None or read is None:
            return None
        half, last = read
        hour = int(match[1]) % 12 + half if half else int(match[1])
        if hour > 24:
            return None
        if self._w.word(last) in self._w.table.zones:
            last += 1
        return self._on_day(last, f"{hour:02d}:{int(match[2] or 0):02d}")

    def _half(self, i: int, match: re.Match[str]) -> tuple[int, int] | None:
        """Return the hours to add for the half of the day, and the position after the time."""
        after = self._w.word(i + 1)
        if match[3]:
            return {"am": 0, "pm": 12}[match[3]], i + 1
        if after in HALVES:
            return HALVES[after], i + 2
        part = self._w.word(i + 3)
        if self._w.words(i + 1, 2) == ["in", "the"] and part in {"morning", "afternoon", "evening"}:
            return (0 if part == "morning" else 12), i + 4
        if match[2] and after in self._w.table.zones | {"local", "hours"}:
            return 0, i + 2
        return None

    def _on_day(self, last: int, hour: str) -> Found:
        """Put a time of day on the day named right after it ("9 a.m. Tuesday"), else on the story's."""
        at = last + 1 if self._w.word(last) in {"on", ","} else last
        named = self._relative.weekday(at) or self._relative.named_day(at) or self._calendar.month_day(at)
        if named is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", named[1].value):
            return named[0], Value("TIME", f"{named[1].value}T{hour}", reason=f"clock time; {named[1].reason}")
        beyond = self._beyond_bracket(last)
        if beyond is not None:
            return last, Value("TIME", f"{beyond.value}T{hour}", reason=f"clock time; {beyond.reason}")
        day = self._w.day.isoformat() if self._w.day else "XXXX-XX-XX"
        return last, Value("TIME", f"{day}T{hour}", reason="clock time")

    def _beyond_bracket(self, i: int) -> Value | None:
        """Return the day that follows another zone's time: "10:35 a.m. (0735 GMT) Friday"."""
        if self._w.word(i) != "(":
            return None
        inside = range(i + 1, min(i + MAX_BRACKET, len(self._w.tokens)))
        close = next((j for j in inside if self._w.word(j) == ")"), None)
        named = self._relative.weekday(close + 1) if close is not None else None
        return named[1] if named is not None and named[1].type == "DATE" else None

    def part_of_day(self, i: int) -> Found | None:
        """Read "overnight"."""
        if self._w.word(i) == "overnight" and self._w.day is not None:
            return i + 1, Value("TIME", f"{self._w.day.isoformat()}TNI", reason="part of the story's day")
        return None
