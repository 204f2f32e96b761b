"""Stretches of time and repeated times: "three days", "the past two years", "every Monday", "daily"."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.resolve.times.values import Found, Value, duration
from dateline.resolve.times.words import Words

COMPOUND = re.compile(r"(\w+)-(second|minute|hour|day|week|month|year|decade|century)s?(?:-(?:old|long))?")


class Spans:
    """Rules for one sentence."""

    def __init__(self, words: Words) -> None:
        self._w = words

    def rules(self) -> tuple[Callable[[int], Found | None], ...]:
        """Return the rules, each of which reads an expression that begins at a position."""
        return (self.repeated, self.stretch)

    def repeated(self, i: int) -> Found | None:
        """Read "daily", "every Monday", "every two years", "twice a year", "$1 billion a year"."""
        word = self._w.word(i)
        if word in self._w.table.sets:
            rate = self._w.token(i).pos == "ADJ" and word in {"annual", "quarterly", "yearly"}
            name = i > 0 and self._w.is_capital(i)
            return None if rate or name else (i + 1, Value("SET", self._w.table.sets[word], reason="repeated"))
        if word in {"every", "each"}:
            return self._every(i)
        counted = self._w.word(i - 1) in {"times", "once", "twice", "time"} and not self._w.word(i + 1).endswith("s")
        if word in {"a", "per", "an"} and counted and (unit := self._w.unit(i + 1)):
            return i + 2, Value("SET", duration(1, unit), reason="repeated")
        return None

    def _every(self, i: int) -> Found | None:
        unit = self._w.unit(i + 1)
        if unit:
            return i + 2, Value("SET", duration(1, unit), reason="repeated")
        weekday = self._w.table.weekdays.get(self._w.word(i + 1))
        if weekday is not None and self._w.is_capital(i + 1):
            return i + 2, Value("SET", f"XXXX-WXX-{weekday + 1}", reason="repeated")
        month = self._w.table.months.get(self._w.word(i + 1))
        if month is not None and self._w.is_capital(i + 1):
            return i + 2, Value("SET", f"XXXX-{month:02d}", reason="repeated")
        counted = self._w.count(i + 1)
        if counted and (unit := self._w.unit(counted[1])):
            return counted[1] + 1, Value("SET", duration(counted[0], unit), reason="repeated")
        return None

    def stretch(self, i: int) -> Found | None:
        """Read "three days", "more than two years", "a three-year term", "for months"."""
        start = i
        mod, i = self._w.mod(i)
        compound = COMPOUND.fullmatch(self._w.word(i))
        if compound and not self._is_age(i):
            return self._compound(i, compound, mod)
        read = self._w.count(i)
        if read is None:
            return self._vague(i, mod)
        number, after, _ = read
        after += self._w.word(after) in {"-", "more", "full"}
        unit = self._w.unit(after)
        if unit is None or (self._w.word(i) in {"a", "an", "some"} and not self._spans(start, mod)):
            return None
        last = after + 1
        if self._is_age(last - 1) or (unit == "Q" and self._w.word(last) == "of"):
            return None  # an age, or three-quarters of something, is no stretch of time
        if self._w.words(i, 2) == ["one", "day"] and self._w.word(i - 1) not in {"for", "in", "after", "within", "of"}:
            return None
        if self._w.words(last, 3) == ["and", "a", "half"] and number is not None:
            number, last = number + 0.5, last + 3
        return last, Value("DURATION", duration(number, unit), mod, "stretch of time")

    def _compound(self, i: int, compound: re.Match[str], mod: str | None) -> Found | None:
        if compound[1] in {"decades", "years", "months", "weeks", "days", "hours"}:
            return None
        number = int(compound[1]) if compound[1].isdigit() else self._w.table.numbers.get(compound[1])
        if number is None:
            return None
        return i + 1, Value("DURATION", duration(number, self._w.table.units[compound[2]]), mod, "stretch of time")

    def _vague(self, i: int, mod: str | None) -> Found | None:
        unit = self._w.unit(i)
        if unit is None or not self._w.word(i).endswith("s") or self._w.word(i) in {"quarters", "seconds"}:
            return None
        if self._w.word(i + 1) in {"before", "after", "ago", "earlier", "later"}:
            return None
        if self._w.word(i - 1) not in self._w.table.before_vague:
            return None
        return i + 1, Value("DURATION", duration(None, unit), mod, "vague stretch")

    def _is_age(self, i: int) -> bool:
        """Say whether a number of years is how old somebody is."""
        words = (self._w.word(i + 1), self._w.word(i + 2), self._w.word(i + 3))
        return self._w.word(i).endswith("-old") or "old" in words[:2] or words[:2] == ("of", "age") or words[2] == "old"

    def _spans(self, start: int, mod: str | None) -> bool:
        return mod is not None or self._w.word(start - 1) in self._w.table.before_spans
