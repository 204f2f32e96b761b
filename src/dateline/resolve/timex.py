"""Time expressions found and normalised as TIMEX3, against the story's day."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache

from dateline.knowledge.times import TimeWords
from dateline.model import ParsedStory, Timex, Token
from dateline.resolve.timex_values import Value, days_of, duration, shift

FUTURE_WORDS = frozenset(
    {"will", "shall", "'ll", "would", "wo", "plan", "scheduled", "due", "expected", "set", "going"}
)
SATURDAY = 5
# Months ahead within which a bare month name means the one to come.
SOON = 4
SET_FOR = frozenset({"schedule", "plan", "expect", "slate", "set"})
# Verbs whose present tense tells what was said, or what is, and no appointment.
TOLD_NOW = frozenset(
    [
        "say",
        "tell",
        "report",
        "quote",
        "show",
        "believe",
        "think",
        "know",
        "want",
        "mean",
        "seem",
        "include",
        "add",
        "have",
        "claim",
        "argue",
        "insist",
        "deny",
        "accuse",
        "blame",
        "call",
        "warn",
        "see",
        "hope",
        "need",
    ]
)
BACK = frozenset({"last", "past", "previous", "recent", "preceding"})
AHEAD = frozenset({"next", "coming", "upcoming", "following"})
EARLY_LATE = {
    "early": "START",
    "beginning": "START",
    "start": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
}
APPROXIMATE = frozenset({"about", "around", "roughly", "some", "nearly", "almost", "approximately"})
Found = tuple[int, Value]


@cache
def words() -> TimeWords:
    """Return the shipped words of time, read once a process."""
    return TimeWords.load()


def find_timexes(parsed: ParsedStory) -> tuple[Timex, ...]:
    """Return the time expressions of a story, in text order.

    Relative expressions count from the day of the dateline, else of publication; weekdays and months without a year lie
    in the nearest past unless their verb tells the future. Without a day they keep an underspecified value.
    """
    found: list[Timex] = []
    for sentence in parsed.sentences:
        tokens = parsed.sentence_tokens(sentence)
        reader = _SentenceReader(parsed, tokens)
        found.extend(reader.read())
    return tuple(found)


class _SentenceReader:
    def __init__(self, parsed: ParsedStory, tokens: Sequence[Token]) -> None:
        self._parsed = parsed
        self._tokens = tokens
        self._words = [t.text.lower().rstrip(".") if len(t.text) > 1 else t.text.lower() for t in tokens]
        self._day = parsed.story.day
        self._w = words()
        self._rules: tuple[Callable[[int], Found | None], ...] = (
            self._iso, self._month_day, self._decade, self._ago, self._relative_unit, self._set, self._weekday,
            self._named_day, self._part_of_day, self._holiday, self._season, self._quarter, self._duration, self._year,
            self._clock, self._reference, self._narrative,
        )  # fmt: skip

    def read(self) -> list[Timex]:
        found, i = [], 0
        while i < len(self._tokens):
            best = max((hit for rule in self._rules if (hit := rule(i))), key=lambda hit: hit[0], default=None)
            if best is None:
                i += 1
                continue
            found.append(self._timex(i, *best))
            i = best[0]
        return found

    def _timex(self, first: int, last: int, value: Value) -> Timex:
        begin, end, precision = days_of(value.value) if value.type in {"DATE", "TIME"} else (None, None, days_of("")[2])
        a, b = self._tokens[first].i, self._tokens[last - 1].i + 1
        return Timex(
            first=a, last=b, span=self._parsed.span(a, b), type=value.type, value=value.value, mod=value.mod,
            begin=begin, end=end, precision=precision, reason=value.reason,
        )  # fmt: skip

    def _word(self, i: int) -> str:
        return self._words[i] if 0 <= i < len(self._words) else ""

    # -- absolute dates -------------------------------------------------------------------------------------------

    def _iso(self, i: int) -> Found | None:
        word = self._word(i)
        match = re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", word)
        if match:
            return i + 1, Value("DATE", f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}", reason="calendar date")
        match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{2,4})", word)
        if match and int(match[1]) <= 12:
            year = match[3] if len(match[3]) == 4 else ("20" if int(match[3]) < 50 else "19") + match[3]
            return i + 1, Value("DATE", f"{year}-{int(match[1]):02d}-{int(match[2]):02d}", reason="calendar date")
        return None

    def _month_day(self, i: int) -> Found | None:
        start = i
        mod, i = self._early_late(i)
        relation = ""
        if self._word(i) in {"last", "next", "this"} and self._month(i + 1):
            relation, i = self._word(i), i + 1
        if self._day_number(i) and self._word(i + 1) == "of" and self._month(i + 2):
            return self._finish_month(start, i + 3, self._month(i + 2), self._day_number(i), mod, relation)
        if self._day_number(i) and self._month(i + 1):
            return self._finish_month(start, i + 2, self._month(i + 1), self._day_number(i), mod, relation)
        month = self._month(i)
        if month is None:
            return None
        i += 1
        number = self._day_number(i)
        if number and not (self._is_year(i)):
            i += 1
        else:
            number = None
        return self._finish_month(start, i, month, number, mod, relation)

    def _finish_month(
        self, start: int, i: int, month: int | None, number: int | None, mod: str | None, relation: str
    ) -> Found | None:
        assert month is not None
        year: int | None = None
        comma = i + 1 if self._word(i) == "," and self._is_year(i + 1) else i
        if self._word(i) == "of" and self._is_year(i + 1):
            comma = i + 1
        if self._is_year(comma):
            year, i = int(self._word(comma)), comma + 1
        reason = "named month" if number is None else "named day"
        if year is None:
            year = self._year_for(month, number, relation, start)
            reason += ", year from the story's day"
        written = f"{year:04d}" if year else "XXXX"
        value = f"{written}-{month:02d}" + (f"-{number:02d}" if number else "")
        return i, Value("DATE", value, mod, reason)

    def _year_for(self, month: int, number: int | None, relation: str, at: int) -> int | None:
        if self._day is None:
            return None
        this = self._day.year
        here = (month, number or 1) if number else (month, 1)
        now = (self._day.month, self._day.day) if number else (self._day.month, 1)
        if relation == "last":
            return this if here < now else this - 1
        if relation == "next" or (relation == "" and self._future(at)):
            return this if here >= now else this + 1
        if relation == "this":
            return this
        if number:
            # a day of the month is soon or just past: the year that brings it nearest
            if here > now and self._past(at):
                return this - 1
            return min((this, this - 1, this + 1), key=lambda year: abs((year - this) * 365 + (month - now[0]) * 30))
        if here <= now:
            # "in January", told in November without a past tense: the one to come
            return this + 1 if month + 12 - now[0] <= SOON and not self._past(at) else this
        return this if month - now[0] <= SOON and not self._past(at) else this - 1

    def _month(self, i: int) -> int | None:
        word = self._word(i)
        month = self._w.months.get(word)
        if month is None:
            return None
        token = self._tokens[i]
        if not token.text[0].isupper():
            return None
        if word in {"may", "march", "mar", "sun", "sat", "jun", "jan"}:
            after, before = self._word(i + 1), self._word(i - 1)
            dated = (
                bool(re.match(r"\d", after))
                or before
                in {
                    "in",
                    "since",
                    "last",
                    "next",
                    "early",
                    "late",
                    "until",
                    "of",
                    "by",
                    "this",
                    "on",
                    "mid",
                    "from",
                    "to",
                    "and",
                    "-",
                }
                or re.match(r"\d", before)
            )
            return month if dated and token.pos != "AUX" else None
        return month

    def _day_number(self, i: int) -> int | None:
        match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", self._word(i))
        return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None

    def _is_year(self, i: int) -> bool:
        return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", self._word(i)))

    def _early_late(self, i: int) -> tuple[str | None, int]:
        word = self._word(i)
        if word in {"early", "late", "mid"}:
            skip = 2 if self._word(i + 1) in {"-", "in"} else 1
            return EARLY_LATE[word], i + skip
        if word.startswith("mid-") and len(word) > 4:
            return None, i
        if word == "the" and self._word(i + 1) in EARLY_LATE and self._word(i + 2) == "of":
            return EARLY_LATE[self._word(i + 1)], i + 3
        return None, i

    def _year(self, i: int) -> Found | None:
        start = i
        mod, i = self._early_late(i)
        if self._word(i) == "the" and mod:
            i += 1
        if self._word(i) == "fiscal":
            year = i + 2 if self._word(i + 1) == "year" else i + 1
            return (
                (year + 1, Value("DATE", f"FY{self._word(year)}", mod, "fiscal year")) if self._is_year(year) else None
            )
        if not self._is_year(i):
            return None
        token = self._tokens[i]
        before = self._word(start - 1)
        named = token.ent == "DATE" or before in {
            "in",
            "since",
            "by",
            "from",
            "until",
            "of",
            "before",
            "after",
            "during",
            "to",
            "and",
            "between",
            "early",
            "late",
            "till",
            "the",
            "around",
            "-",
            "through",
            "(",
        }
        after = self._word(i + 1)
        if (
            not named
            or after in {"people", "%", "percent", "dollars", "million", "troops", "km", "soldiers", "tonnes", "euros"}
            or self._word(i - 1) in {"$", "£", "€"}
        ):
            return None
        return i + 1, Value("DATE", self._word(i), mod, "named year")

    def _decade(self, i: int) -> Found | None:
        start = i
        if self._word(i) == "the":
            i += 1
        mod, i = self._early_late(i)
        match = re.fullmatch(r"(?:(1[5-9]|20)(\d)0|'?(\d)0)'?s", self._word(i))
        if match is None and self._word(i) in {"'", "’"}:
            match = re.fullmatch(r"(?:(1[5-9]|20)(\d)0|(\d)0)s", self._word(i + 1))
            i += 1
        if match:
            value = f"{match[1]}{match[2]}" if match[1] else f"19{match[3]}"
            return i + 1, Value("DATE", value, mod, "named decade")
        century = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", self._word(i))
        if century and self._word(i + 1).startswith("century"):
            return i + 2, Value("DATE", f"{int(century[1]) - 1:02d}", mod, "named century")
        del start
        return None

    # -- relative to the story's day --------------------------------------------------------------------------------

    def _count(self, i: int) -> tuple[int | None, int, bool] | None:
        """Read a number: value (None for "several"), next index, whether it is vague."""
        word = self._word(i)
        if word in {"several", "many", "few", "some"} or (word == "a" and self._word(i + 1) in {"few", "number"}):
            step = 1 if word != "a" else (2 if self._word(i + 1) == "few" else 3)
            return None, i + step, True
        if re.fullmatch(r"\d{1,3}(?:,\d{3})*", word):
            return int(word.replace(",", "")), i + 1, False
        number = self._w.numbers.get(word)
        if number is None:
            parts = [self._w.numbers.get(p) for p in word.split("-")] if "-" in word else []
            if parts and None not in parts:
                return sum(p for p in parts if p), i + 1, False
            return None
        if word in {"a", "an", "couple", "dozen"} and self._word(i + 1) in {"couple", "dozen"}:
            return self._w.numbers[self._word(i + 1)], i + (3 if self._word(i + 2) == "of" else 2), False
        if word in {"couple", "dozen"} and self._word(i + 1) == "of":
            return number, i + 2, False
        following = self._w.numbers.get(self._word(i + 1))
        if number >= 20 and following is not None and following < 10 and self._word(i + 1) not in {"a", "an"}:
            return number + following, i + 2, False
        return number, i + 1, False

    def _unit(self, i: int) -> str | None:
        word = self._word(i)
        return self._w.units.get(word) or self._w.units.get(word.removesuffix("s")) or ({"centuries": "CE"}.get(word))

    def _ago(self, i: int) -> Found | None:
        start = i
        if self._word(i) in APPROXIMATE:
            i += 1
        read = self._count(i)
        if read is None:
            unit = self._unit(i)
            if unit and self._words[i].endswith("s") and self._word(i + 1) in {"ago", "earlier", "later"}:
                return i + 2, Value(
                    "DATE", "PAST_REF" if self._word(i + 1) != "later" else "FUTURE_REF", reason="vague distance"
                )
            return None
        count, i, _ = read
        unit = self._unit(i)
        if unit is None:
            return None
        word = self._word(i + 1)
        mod = "APPROX" if self._word(start) in APPROXIMATE else None
        if word in {"ago", "earlier", "before"} and not (
            word == "before" and self._tokens[min(i + 1, len(self._tokens) - 1)].dep == "mark"
        ):
            return self._away(i + 2, count, unit, -1, mod)
        if word == "later" or (word == "from" and self._word(i + 2) == "now") or word == "hence":
            return self._away(i + (3 if word == "from" else 2), count, unit, 1, mod)
        return None

    def _away(self, last: int, count: int | None, unit: str, sign: int, mod: str | None) -> Found:
        reason = "counted back from the story's day" if sign < 0 else "counted on from the story's day"
        if count is None or self._day is None:
            return last, Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod, reason)
        if unit.startswith("T"):
            return last, Value("TIME" if sign else "DATE", self._day.isoformat(), mod, reason)
        if unit == "W" and self._word(last - 2).startswith("fortnight"):
            count *= 2
        try:
            value = shift(self._day, unit, sign * count)
        except OverflowError:
            # "65 million days ago": no calendar reaches that far.
            value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return last, Value("DATE", value, mod, reason)

    def _relative_unit(self, i: int) -> Found | None:
        start = i
        mod, after = self._early_late(i)
        if mod:
            i = after
        if self._word(i) == "the":
            i += 1
        word = self._word(i)
        if word == "weekend" and i > start and self._day is not None:
            ahead = self._future(i) or self._day.weekday() >= SATURDAY
            value = shift(self._day, "WE", 0 if ahead else -1)
            return i + 1, Value("DATE", value, mod, "the weekend nearest to the story's day, by its tense")
        step = -1 if word in BACK else 1 if word in AHEAD else 0 if word in {"this", "current", "same"} else None
        if step is None:
            return None
        if word == "same" and self._word(start) != "the":
            return None
        counted = self._count(i + 1)
        if counted and self._unit(counted[1]) and word in BACK | AHEAD:
            unit = self._unit(counted[1])
            assert unit is not None
            return counted[1] + 1, Value("DURATION", duration(counted[0], unit), mod, "stretch up to the story's day")
        return self._one_unit(i, step, mod)

    def _one_unit(self, i: int, step: int, mod: str | None) -> Found | None:
        word, following = self._word(i), self._word(i + 1)
        if following in self._w.seasons:
            return self._season_value(i + 2, self._w.seasons[following], step, mod)
        if following in self._w.parts and following != "noon":
            if self._day is None or word not in {"this", "last"}:
                return None
            day = self._day - timedelta(days=1) if word == "last" else self._day
            return i + 2, Value("TIME", f"{day.isoformat()}{self._w.parts[following]}", mod, "part of a day")
        unit = self._unit(i + 1)
        if unit is None or (following.endswith("s") and following not in {"this"}):
            if unit and word in BACK | {"recent"} and following.endswith("s"):
                return i + 2, Value("DURATION", duration(None, unit), mod, "vague stretch")
            return None
        if self._day is None:
            return i + 2, Value(
                "DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step], mod, "no day to count from"
            )
        if unit.startswith("T"):
            return None
        reason = f"{word} {following}, counted from the story's day"
        if word == "past":
            return i + 2, Value("DURATION", duration(1, unit), mod, reason)
        if word == "following" and unit == "D":
            return i + 2, Value("DATE", shift(self._day, "D", 1), mod, reason)
        return i + 2, Value("DATE", shift(self._day, unit, step), mod, reason)

    def _set(self, i: int) -> Found | None:
        word = self._word(i)
        if word in self._w.sets:
            return i + 1, Value("SET", self._w.sets[word], reason="repeated")
        if word in {"every", "each"}:
            unit = self._unit(i + 1)
            if unit:
                return i + 2, Value("SET", duration(1, unit), reason="repeated")
            if (
                self._word(i + 1) in self._w.weekdays
                and self._tokens[min(i + 1, len(self._tokens) - 1)].text[0].isupper()
            ):
                return i + 2, Value("SET", f"XXXX-WXX-{self._w.weekdays[self._word(i + 1)] + 1}", reason="repeated")
            counted = self._count(i + 1)
            if counted and (unit := self._unit(counted[1])):
                return counted[1] + 1, Value("SET", duration(counted[0], unit), reason="repeated")
        if (
            word in {"a", "per", "an"}
            and self._word(i - 1) in {"times", "once", "twice", "time"}
            and (unit := self._unit(i + 1))
        ):
            return i + 2, Value("SET", duration(1, unit), reason="repeated")
        return None

    def _weekday(self, i: int) -> Found | None:
        mod, i = self._early_late(i)
        relation = ""
        if self._word(i) in {"last", "next", "this", "past", "coming"}:
            relation, i = self._word(i), i + 1
        word = self._word(i)
        number = self._w.weekdays.get(word)
        if number is None or not self._tokens[i].text[0].isupper():
            return None
        if word in {"sun", "sat", "wed", "mon", "fri"} and not self._tokens[i].text.endswith("."):
            return None
        if self._tokens[i].text.lower().endswith("days"):
            return i + 1, Value("SET", f"XXXX-WXX-{number + 1}", mod, "repeated weekday")
        dated = self._month_day(i + 2) if self._word(i + 1) == "," else None
        if dated is not None and dated[1].value.count("-") == 2:
            return dated  # "Monday, Oct. 26"
        part = self._w.parts.get(self._word(i + 1))
        last = i + 2 if part else i + 1
        if self._day is None:
            return last, Value("DATE", f"XXXX-WXX-{number + 1}", mod, "weekday without a story day")
        day, reason = self._weekday_date(number, relation, i)
        if part:
            return last, Value("TIME", f"{day.isoformat()}{part}", mod, reason)
        return last, Value("DATE", day.isoformat(), mod, reason)

    def _weekday_date(self, number: int, relation: str, at: int) -> tuple[date, str]:
        assert self._day is not None
        back = (self._day.weekday() - number) % 7
        if relation in {"next", "coming"} or (relation in {"", "this"} and self._future(at)):
            ahead = (number - self._day.weekday()) % 7
            if relation == "next" and ahead == 0:
                ahead = 7
            return self._day + timedelta(days=ahead), "weekday on or after the story's day, told as future"
        if relation in {"last", "past"} and back == 0:
            back = 7
        return self._day - timedelta(days=back), "weekday on or before the story's day"

    def _named_day(self, i: int) -> Found | None:
        word = self._word(i)
        offset = self._w.days.get(word)
        if offset is None:
            if word == "the" and self._word(i + 1) == "day" and self._word(i + 2) in {"before", "after"}:
                step = -1 if self._word(i + 2) == "before" else 1
                extra = {"yesterday": -1, "tomorrow": 1}.get(self._word(i + 3), 0)
                last = i + 4 if extra else i + 3
                if self._day and (extra or self._tokens[min(i + 2, len(self._tokens) - 1)].dep not in {"mark", "prep"}):
                    return last, Value(
                        "DATE", shift(self._day, "D", step + extra), reason="counted from the story's day"
                    )
            return None
        if self._day is None:
            return i + 1, Value(
                "DATE", {0: "PRESENT_REF", -1: "PAST_REF", 1: "FUTURE_REF"}[offset], reason="no day to count from"
            )
        day = shift(self._day, "D", offset)
        if word == "tonight":
            return i + 1, Value("TIME", f"{day}TNI", reason="part of the story's day")
        part = self._w.parts.get(self._word(i + 1))
        if part:
            return i + 2, Value("TIME", f"{day}{part}", reason="part of a day")
        return i + 1, Value("DATE", day, reason=f"{word}, counted from the story's day")

    def _part_of_day(self, i: int) -> Found | None:
        word = self._word(i)
        if word == "overnight" and self._day is not None and self._tokens[i].pos == "ADV":
            return i + 1, Value("TIME", f"{self._day.isoformat()}TNI", reason="part of the story's day")
        return None

    def _holiday(self, i: int) -> Found | None:
        for size in (3, 2, 1):
            day = self._w.holidays.get(tuple(self._words[i : i + size]))
            if day is None or not self._tokens[i].text[0].isupper():
                continue
            last = i + size
            if self._is_year(last):
                return last + 1, Value("DATE", f"{self._word(last)}-{day}", reason="holiday")
            year = self._year_for(int(day[:2]), int(day[3:]), "", i)
            return last, Value("DATE", f"{year or 'XXXX'}-{day}", reason="holiday, year from the story's day")
        return None

    def _season(self, i: int) -> Found | None:
        start = i
        mod, i = self._early_late(i)
        if self._word(i) == "the":
            i += 1
        season = self._w.seasons.get(self._word(i))
        if (
            season is None
            or self._tokens[i].pos == "VERB"
            or (
                self._word(i) in {"fall", "spring"}
                and self._word(i - 1) not in {"in", "the", "this", "last", "next", "late", "early"}
            )
        ):
            return None
        after = i + 2 if self._word(i + 1) == "of" else i + 1
        if self._is_year(after):
            return after + 1, Value("DATE", f"{self._word(after)}-{season}", mod, "named season")
        if self._word(start - 1) not in {"in", "this", "since", "by", "during", "until"} and start == i:
            return None
        return self._season_value(i + 1, season, 0, mod)

    def _season_value(self, last: int, season: str, step: int, mod: str | None) -> Found:
        if self._day is None:
            return last, Value("DATE", f"XXXX-{season}", mod, "season without a story day")
        order = {"WI": 0, "SP": 1, "SU": 2, "FA": 3}
        now = (self._day.month % 12) // 3
        year = self._day.year
        if step < 0 and order[season] >= now:
            year -= 1
        elif step > 0 and order[season] <= now:
            year += 1
        return last, Value("DATE", f"{year:04d}-{season}", mod, "season nearest the story's day")

    def _quarter(self, i: int) -> Found | None:
        if self._word(i) == "the":
            i += 1
        joined = re.fullmatch(r"(first|second|third|fourth)-(quarter|half)", self._word(i))
        if joined and self._day is not None:
            return i + 1, Value(
                "DATE",
                f"{self._day.year}-{joined[2][0].upper()}{self._w.ordinals[joined[1]]}",
                reason="quarter nearest the story's day",
            )
        number = self._w.ordinals.get(self._word(i))
        if number is None or self._word(i + 1) not in {"quarter", "half"}:
            return None
        letter = "Q" if self._word(i + 1) == "quarter" else "H"
        after = i + 3 if self._word(i + 2) == "of" else i + 2
        if self._is_year(after):
            return after + 1, Value("DATE", f"{self._word(after)}-{letter}{number}", reason="named quarter")
        if self._day is None or self._word(i + 2) == "of":
            return i + 2, Value("DATE", f"XXXX-{letter}{number}", reason="quarter of no named year")
        year = self._day.year - (1 if letter == "Q" and number > (self._day.month - 1) // 3 + 1 else 0)
        return i + 2, Value("DATE", f"{year}-{letter}{number}", reason="quarter nearest the story's day")

    def _duration(self, i: int) -> Found | None:
        start = i
        mod = None
        if self._word(i) in APPROXIMATE:
            mod, i = "APPROX", i + 1
        elif self._words[i : i + 2] in (["more", "than"], ["at", "least"], ["less", "than"]):
            mod = {"more": "MORE_THAN", "at": "EQUAL_OR_MORE", "less": "LESS_THAN"}[self._word(i)]
            i += 2
        compound = re.fullmatch(
            r"(\w+)-(second|minute|hour|day|week|month|year|decade|century)(?:-(?:old|long))?", self._word(i)
        )
        if compound and not self._is_age(i) and (compound[1].isdigit() or compound[1] in self._w.numbers):
            count = int(compound[1]) if compound[1].isdigit() else self._w.numbers[compound[1]]
            return i + 1, Value("DURATION", duration(count, self._w.units[compound[2]]), mod, "stretch of time")
        read = self._count(i)
        if read is None:
            unit = self._unit(i)
            vague = unit and self._word(i) in {
                "years",
                "decades",
                "months",
                "weeks",
                "centuries",
                "hours",
                "days",
                "minutes",
            }
            if vague and self._word(i - 1) in {
                "for",
                "in",
                "of",
                "after",
                "over",
                "within",
                "recent",
                "take",
                "spend",
                "through",
            }:
                return i + 1, Value("DURATION", duration(None, str(unit)), mod, "vague stretch")
            return None
        number, after, _ = read
        if self._word(after) == "-":
            after += 1
        unit = self._unit(after)
        if unit is None or (self._word(start) in {"a", "an", "one", "some"} and not self._spans(after, start)):
            return None
        last = after + 1
        if "old" in (self._word(last), self._word(last + 1)) and unit == "Y":
            return None  # an age is no stretch of the story's time
        return last, Value("DURATION", duration(number, unit), mod, "stretch of time")

    def _is_age(self, i: int) -> bool:
        return self._word(i).endswith("-old") or "old" in (self._word(i + 1), self._word(i + 2))

    def _spans(self, unit_at: int, start: int) -> bool:
        return (
            self._word(start - 1) in {"for", "in", "within", "over", "after", "of", "than", "half", "least"}
            or self._word(start) == "one"
        )

    def _clock(self, i: int) -> Found | None:
        word = self._word(i)
        match = re.fullmatch(r"(\d{1,2})[:.](\d{2})", word)
        bare = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?", word)
        after = self._word(i + 1)
        half = {"a.m": 0, "am": 0, "p.m": 12, "pm": 12, "o'clock": 0}.get(after)
        glued = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?(am|pm)", word)
        if glued:
            bare, half, match = (
                re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?", word[:-2]),
                {"am": 0, "pm": 12}[glued[3]],
                None,
            )
            last = i + 1
        elif half is not None and bare:
            last = i + 2
        elif match and after in {"gmt", "utc", "local", "et", "edt", "est", "pdt", "bst", "hours"}:
            bare, half, last = match, 0, i + 2
        else:
            if word in {"midnight", "noon", "midday"} and self._day is not None:
                hour = "24:00" if word == "midnight" else "12:00"
                return self._on_day(i + 1, hour)
            return None
        assert bare is not None
        hour_number = int(bare[1]) % 12 + half if half else int(bare[1])
        if hour_number > 24:
            return None
        if self._word(last) in {"gmt", "utc", "edt", "est", "et", "pdt", "bst"}:
            last += 1
        return self._on_day(last, f"{hour_number:02d}:{int(bare[2] or 0):02d}")

    def _on_day(self, last: int, hour: str) -> Found:
        """Put a time of day on the day named right after it ("9 a.m. Tuesday"), else on the story's."""
        at = last + 1 if self._word(last) in {"on", ","} else last
        named = self._weekday(at) or self._named_day(at) or self._month_day(at)
        if named is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", named[1].value):
            return named[0], Value("TIME", f"{named[1].value}T{hour}", reason=f"clock time; {named[1].reason}")
        day = self._day.isoformat() if self._day else "XXXX-XX-XX"
        return last, Value("TIME", f"{day}T{hour}", reason="clock time")

    def _reference(self, i: int) -> Found | None:
        word = self._word(i)
        value = self._w.references.get(word)
        if value and self._tokens[i].pos == "ADV" and not (word == "once" and self._tokens[i].dep != "advmod"):
            if word == "once" or (word == "now" and self._word(i + 1) == "that"):
                return None
            return i + 1, Value("DATE", value, reason="vague")
        if word == "current" and self._tokens[i].dep == "amod":
            return i + 1, Value("DATE", "PRESENT_REF", reason="vague")
        pair = (word, self._word(i + 1))
        if pair in {("the", "future"), ("the", "past"), ("the", "present")}:
            return i + 2, Value(
                "DATE", {"future": "FUTURE_REF", "past": "PAST_REF", "present": "PRESENT_REF"}[pair[1]], reason="vague"
            )
        if pair in {("at", "present"), ("right", "now")}:
            return i + 2, Value("DATE", "PRESENT_REF", reason="vague")
        return None

    def _narrative(self, i: int) -> Found | None:
        """Read "that day", "that year": the day told of; other units stay open."""
        if (
            (
                self._word(i) in {"that", "same"}
                and (unit := self._unit(i + 1))
                and unit in {"D", "Y", "M", "W"}
                and self._day
            )
            and self._word(i) == "that"
            and self._word(i + 1) in {"day", "night"}
        ):
            return i + 2, Value("DATE", self._day.isoformat(), reason="the day told of")
        return None

    def _future(self, i: int) -> bool:
        token = self._tokens[min(i, len(self._tokens) - 1)]
        for _ in range(6):
            above = self._parsed.head(token)
            if token.pos in {"VERB", "AUX"} and self._tells_future(token):
                return True
            if token.pos in {"VERB", "AUX"} and token.tag in {"VBD"}:
                return False
            if above.i == token.i:
                return False
            token = above
        return False

    def _past(self, i: int) -> bool:
        """Say whether the nearest verb above an expression stands in a past tense."""
        token = self._tokens[min(i, len(self._tokens) - 1)]
        for _ in range(6):
            if token.pos in {"VERB", "AUX"}:
                helped = any(c.lemma == "have" for c in self._parsed.children(token, "aux"))
                passive = any(c.tag == "VBD" for c in self._parsed.children(token, "auxpass", "aux"))
                return token.tag == "VBD" or (token.tag in {"VBN", "VBG"} and (helped or passive))
            above = self._parsed.head(token)
            if above.i == token.i:
                return False
            token = above
        return False

    def _tells_future(self, verb: Token) -> bool:
        if verb.tag == "VBN" and verb.lemma in SET_FOR:
            return True
        if verb.tag in {"VBZ", "VBP"} and verb.pos == "VERB" and verb.lemma not in TOLD_NOW:
            return True
        auxiliaries = [c.text.lower() for c in self._parsed.children(verb, "aux")]
        if any(a in {"will", "shall", "'ll", "wo", "would"} for a in auxiliaries) and "have" not in auxiliaries:
            return True
        above = self._parsed.head(verb)
        return "to" in auxiliaries and above.lemma in {
            "plan",
            "promise",
            "offer",
            "pledge",
            "vow",
            "threaten",
            "schedule",
            "expect",
            "due",
            "set",
            "agree",
            "want",
            "intend",
            "hope",
            "prepare",
            "go",
            "be",
        }
