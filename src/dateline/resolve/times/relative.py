"""Expressions that count from the story's day: "last week", "two years ago", "on Thursday", "yesterday", "now"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateline.resolve.times.calendar import Calendar
from dateline.resolve.times.values import Found, Value, duration, shift
from dateline.resolve.times.words import Words

SATURDAY = 5
# "earlier Friday", "late yesterday": part of the expression, without a value of their own.
SHADES = frozenset({"earlier", "later", "late", "early"})
NO_DAY = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


class Relative:
    """Rules for one sentence."""

    def __init__(self, words: Words) -> None:
        self._w = words
        self._calendar = Calendar(words)

    def rules(self) -> tuple[Callable[[int], Found | None], ...]:
        """Return the rules, each of which reads an expression that begins at a position."""
        return (self.ago, self.relative_unit, self.weekday, self.named_day, self.reference)

    def ago(self, i: int) -> Found | None:
        """Read "two years ago", "a week earlier", "three days from now"."""
        mod, at = self._w.mod(i)
        read = self._w.count(at)
        if read is None:
            plural = self._w.unit(i) and self._w.word(i).endswith("s")
            if plural and self._w.word(i + 1) in {"ago", "earlier", "later"}:
                value = "FUTURE_REF" if self._w.word(i + 1) == "later" else "PAST_REF"
                return i + 2, Value("DATE", value, reason="vague distance")
            return None
        count, after, _ = read
        unit = self._w.unit(after)
        if unit is None:
            return None
        if self._w.words(after + 1, 2) == ["or", "so"]:
            mod, after = "APPROX", after + 2
        word = self._w.word(after + 1)
        ends = self._w.word(after + 2) in {"", ",", ".", "and", ";", "-"}
        if word in {"ago", "earlier"} or (word == "before" and ends):
            return self._away(after + 2, count, unit, -1, mod)
        if word in {"later", "hence"} or self._w.words(after + 1, 2) == ["from", "now"]:
            return self._away(after + (3 if word == "from" else 2), count, unit, 1, mod)
        return None

    def _away(self, last: int, count: float | None, unit: str, sign: int, mod: str | None) -> Found:
        reason = "counted back from the story's day" if sign < 0 else "counted on from the story's day"
        if count is None or self._w.day is None:
            return last, Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod, reason)
        if unit.startswith("T"):
            if sign > 0:
                return last, Value("DURATION", duration(count, unit), mod, "stretch of time")
            return last, Value("TIME", self._w.day.isoformat(), mod, reason)
        if unit == "W" and self._w.word(last - 2).startswith("fortnight"):
            count *= 2
        try:
            value = shift(self._w.day, unit, sign * int(count))
        except (OverflowError, ValueError):
            # "65 million days ago": no calendar reaches that far.
            value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return last, Value("DATE", value, mod, reason)

    def relative_unit(self, i: int) -> Found | None:
        """Read "last week", "early next month", "the past two years", "the weekend", "this morning"."""
        start = i
        i += self._w.word(i) in {"earlier", "later"} and self._w.word(i + 1) in {"this", "in"}
        mod, i = self._w.early_late(i)
        i += self._w.word(i) == "the"
        word = self._w.word(i)
        if word == "weekend" and i > start and self._w.day is not None:
            return self._weekend(i, mod)
        back, ahead = self._w.table.back, self._w.table.ahead
        step = -1 if word in back else 1 if word in ahead else 0 if word in {"this", "current"} else None
        if step is None:
            return None
        if step == 0 and self._w.word(i + 1) in {"past", "coming"}:
            word, i, step = self._w.word(i + 1), i + 1, -1 if self._w.word(i + 1) == "past" else 1
        counted = self._w.count(i + 1)
        if counted and self._w.unit(counted[1]) and word in back | ahead:
            unit = self._w.unit(counted[1])
            assert unit is not None
            reason = "stretch up to the story's day" if step < 0 else "stretch from the story's day on"
            return counted[1] + 1, Value("DURATION", duration(counted[0], unit), mod, reason)
        return self._one_unit(i, step, mod)

    def _weekend(self, i: int, mod: str | None) -> Found:
        assert self._w.day is not None
        ahead = self._w.future(i) or self._w.day.weekday() >= SATURDAY
        value = shift(self._w.day, "WE", 0 if ahead else -1)
        return i + 1, Value("DATE", value, mod, "the weekend nearest to the story's day, by its tense")

    def _one_unit(self, i: int, step: int, mod: str | None) -> Found | None:
        word, following = self._w.word(i), self._w.word(i + 1)
        if following in self._w.table.seasons:
            return self._calendar.season_value(i + 2, self._w.table.seasons[following], step, mod)
        if following in self._w.table.parts and following != "noon":
            return self._part(i, word, following, mod)
        unit = self._w.unit(i + 1)
        if unit is None or following.endswith("s"):
            vague = unit and word in self._w.table.back | {"recent"} | self._w.table.ahead
            return (i + 2, Value("DURATION", duration(None, unit), mod, "vague stretch")) if vague and unit else None
        if unit.startswith("T"):
            return None
        if self._w.day is None:
            return i + 2, Value("DATE", NO_DAY[step], mod, "no day to count from")
        reason = f"{word} {following}, counted from the story's day"
        if word == "past":
            return i + 2, Value("DURATION", duration(1, unit), mod, reason)
        return i + 2, Value("DATE", shift(self._w.day, unit, step), mod, reason)

    def _part(self, i: int, word: str, part: str, mod: str | None) -> Found | None:
        if self._w.day is None or word not in {"this", "last"}:
            return None
        day = self._w.day - timedelta(days=1) if word == "last" else self._w.day
        return i + 2, Value("TIME", f"{day.isoformat()}{self._w.table.parts[part]}", mod, "part of a day")

    def weekday(self, i: int) -> Found | None:
        """Read "Thursday", "last Friday", "Monday, Sept. 30", "Tuesday morning", "Mondays"."""
        if self._w.word(i) in SHADES and self._w.word(i + 1) in self._w.table.weekdays:
            i += 1
        mod, i = self._w.early_late(i)
        relation = ""
        if self._w.word(i) == "this" and self._w.word(i + 1) in {"past", "coming"}:
            i += 1
        if self._w.word(i) in {"last", "next", "this", "past", "coming", "following"}:
            relation, i = self._w.word(i), i + 1
        word = self._w.word(i)
        number = self._w.table.weekdays.get(word)
        if number is None or not self._w.is_capital(i):
            return None
        if word in {"sun", "sat", "wed", "mon", "fri"} and not self._w.token(i).text.endswith("."):
            return None
        at = i + 2 if self._w.word(i + 1) == "," else i + 1
        dated = self._calendar.month_day(at)
        if dated is not None and dated[1].value.count("-") == 2:
            return dated  # "Monday, Oct. 26"
        part = self._w.table.parts.get(self._w.word(i + 1))
        last = i + 2 if part else i + 1
        if self._w.day is None:
            return last, Value("DATE", f"XXXX-WXX-{number + 1}", mod, "weekday without a story day")
        day, reason = self._weekday_date(number, relation, i)
        if part:
            return last, Value("TIME", f"{day.isoformat()}{part}", mod, reason)
        return last, Value("DATE", day.isoformat(), mod, reason)

    def _weekday_date(self, number: int, relation: str, at: int) -> tuple[date, str]:
        assert self._w.day is not None
        back = (self._w.day.weekday() - number) % 7
        if relation in {"next", "coming", "following"} or (relation in {"", "this"} and self._w.future(at)):
            ahead = (number - self._w.day.weekday()) % 7
            if relation == "next" and ahead == 0:
                ahead = 7
            return self._w.day + timedelta(days=ahead), "weekday on or after the story's day, told as future"
        if relation in {"last", "past"} and back == 0:
            back = 7
        return self._w.day - timedelta(days=back), "weekday on or before the story's day"

    def named_day(self, i: int) -> Found | None:
        """Read "yesterday", "tonight", "tomorrow morning", "the day before yesterday"."""
        if self._w.word(i) in SHADES and self._w.word(i + 1) in self._w.table.days:
            i += 1
        offset = self._w.table.days.get(self._w.word(i))
        if offset is None:
            return self._before_yesterday(i)
        word = self._w.word(i)
        if self._w.day is None:
            return i + 1, Value("DATE", NO_DAY[offset], reason="no day to count from")
        if word == "today" and self._w.word(i + 1) in {"'s", "’s"} and self._w.word(i + 2) in self._w.table.ages:
            return i + 1, Value("DATE", "PRESENT_REF", reason="vague")
        day = shift(self._w.day, "D", offset)
        if word == "tonight":
            return i + 1, Value("TIME", f"{day}TNI", reason="part of the story's day")
        part = self._w.table.parts.get(self._w.word(i + 1))
        if part:
            return i + 2, Value("TIME", f"{day}{part}", reason="part of a day")
        return i + 1, Value("DATE", day, reason=f"{word}, counted from the story's day")

    def _before_yesterday(self, i: int) -> Found | None:
        if self._w.words(i, 2) != ["the", "day"] or self._w.day is None:
            return None
        step = {"before": -1, "after": 1}.get(self._w.word(i + 2))
        extra = {"yesterday": -1, "tomorrow": 1}.get(self._w.word(i + 3), 0)
        if step is None or (not extra and self._w.token(i + 2).dep in {"mark", "prep"}):
            return None
        value = shift(self._w.day, "D", step + extra)
        return i + (4 if extra else 3), Value("DATE", value, reason="counted from the story's day")

    def reference(self, i: int) -> Found | None:
        """Read "now", "recently", "the future", "at present"."""
        word = self._w.word(i)
        value = self._w.table.references.get(word)
        if value and self._w.token(i).pos == "ADV":
            if word == "now" and self._w.word(i + 1) == "that":
                return None
            return i + 1, Value("DATE", value, reason="vague")
        if word == "current" and self._w.token(i).dep == "amod" and self._w.unit(i + 1) is None:
            return i + 1, Value("DATE", "PRESENT_REF", reason="vague")
        for size in (4, 3, 2):
            phrase = " ".join(self._w.words(i, size))
            if phrase in self._w.table.phrases:
                return i + size, Value("DATE", self._w.table.phrases[phrase], reason="vague")
        return None
