"""Which rules may read a time expression that begins with a word: most of a text's words begin none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dateline.knowledge.times import TimeWords, time_words

# Words that the rules name in their code: before a part of a month or year, before a unit, before a weekday.
SHADED = frozenset({"the", "early", "late", "mid"})
NEAR = frozenset({"last", "next", "this"})
SHADES = frozenset({"earlier", "later", "early", "late"})
COUNTED = frozenset({"several", "many", "few", "some", "a", "an", "couple", "dozen", "half"})
# These begin an expression only before certain words: "the end of the year", "a few days", "that same week", "' 90s".
BEFORE_OTHERS = frozenset({"the", "a", "an", "this", "that", "'", "’"})
SECOND = frozenset([
    "same", "very", "previous", "preceding", "latest", "quarter", "period", "half", "end", "full", "financial",
    "business", "weekend", "more", "number", "hundred", "thousand", "day", "week",
])  # fmt: skip
# Figures and joined words that no table holds, by their shape: "9", "2019", "12.30", "3/10/2019", "third-quarter".
AMOUNT = ("later", "ago", "stretch")
SMALL = ("month_day", *AMOUNT, "clock")
YEAR = ("year", "later", "quarter", "ago", "stretch")
DECIMAL = (*AMOUNT, "clock")
FIGURE = ("iso", "month_day", "decade", "year", "later", "quarter", "ago", "stretch", "clock")
# What is left of a plain figure's rules where no unit of time stands so close behind it that it counts them.
PLAIN = {AMOUNT: (), SMALL: ("month_day", "clock"), YEAR: ("year", "quarter"), DECIMAL: ("clock",)}
UNIT_WITHIN = 3
JOINED = ("decade", "year", "later", "quarter", "told_quarter", "end_of_year", "ago", "stretch")


class Starts:
    """The rules by the first word of what they read, and the words that may stand second after an article."""

    def __init__(self) -> None:
        table = time_words()
        first: dict[str, list[str]] = {}
        for rule, words in _first_words(table).items():
            for word in words:
                first.setdefault(word, []).append(rule)
        self._first = {word: tuple(rules) for word, rules in first.items()}
        self._units = _units(table)
        several = [entry.split(" ") for entries in (table.phrases, table.holidays, table.amounts) for entry in entries]
        seconds = set(first).union(SECOND, table.parts, table.modifiers, *(words[1:2] for words in several))
        self._second = frozenset(seconds - {"the", "a", "an", "that"})
        self._next = _needed(several, alone=_first_words(table, several=False))

    def rules(self, words: Sequence[str], i: int) -> tuple[str, ...]:
        """Return the names of the rules that may read an expression at a position, in the order of `timex.py`.

        Where in doubt a rule is named.

        Args:
            words: The sentence's words as `Words.lower` holds them.
            i: A position in it.
        """
        word = words[i]
        found = self._first.get(word)
        if found is None:
            return () if word.isalpha() else self._figure(words, i)
        following = words[i + 1] if i + 1 < len(words) else ""
        if word in BEFORE_OTHERS:
            return found if following in self._second or _shaped(following) else ()
        needed = self._next.get(word)
        return found if needed is None or following in needed else ()

    def _figure(self, words: Sequence[str], i: int) -> tuple[str, ...]:
        """Return the rules for a figure; a plain one is no amount of time unless a unit stands close behind it."""
        found = _shaped(words[i])
        if found in PLAIN and self._units.isdisjoint(words[i + 1 : i + 1 + UNIT_WITHIN]):
            return PLAIN[found]
        return found


def _needed(several: Sequence[Sequence[str]], *, alone: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Return the words that must follow one which only begins entries of several words: "at" before "least"."""
    single = {word for words in alone.values() for word in words}
    single.update(words[0] for words in several if len(words) == 1)
    firsts = {words[0] for words in several} - single
    return {first: frozenset(words[1] for words in several if words[0] == first) for first in firsts}


def _units(table: TimeWords) -> frozenset[str]:
    return frozenset({form for unit in table.units for form in (unit, f"{unit}s")} | {"centuries", "millennia"})


def _first_words(table: TimeWords, *, several: bool = True) -> dict[str, Iterable[str]]:
    """Return the words that may begin what a rule reads, by the rule's name in the order of the rules.

    Args:
        table: The shipped words; other words are those that the rules name in their code.
        several: With the first words of entries of several words.
    """
    units = _units(table)
    holidays, phrases, amounts = (
        {entry.split(" ")[0] for entry in entries if several or " " not in entry}
        for entries in (table.holidays, table.phrases, table.amounts)
    )
    amount = COUNTED | set(table.numbers) | amounts
    return {
        "month_day": SHADED | NEAR | set(table.months) | set(table.ordinals),
        "decade": SHADED | {"'", "’"} | set(table.decades),
        "holiday": NEAR | holidays,
        "season": SHADED | set(table.seasons),
        "year": SHADED | {"fiscal", "eighteen", "nineteen", "twenty", "two"},
        "month_of_that_year": table.months,
        "that_month": {"that"},
        "that_time": {"that", "the", "later", "earlier"},
        "next_time": {"the"},
        "later": amount,
        "week_of": {"the"},
        "quarter": NEAR | {"the", "fiscal"} | set(table.ordinals),
        "told_quarter": {"the", "year"},
        "year_before": {"a"},
        "end_of_year": {"the", "year", "yearend"},
        "business_year": {"the"},
        "ago": amount | units,
        "relative_unit": SHADED | SHADES | table.back | table.ahead | {"this", "current"},
        "weekday": SHADED | SHADES | NEAR | set(table.weekdays) | {"past", "coming", "following"},
        "named_day": SHADES | set(table.days) | {"the"},
        "reference": phrases | set(table.references) | {"current"},
        "repeated": set(table.sets) | {"every", "each", "a", "an", "per"},
        "stretch": amount | units,
        "clock": {"midnight", "noon", "midday"},
        "part_of_day": {"overnight"},
    }


def _shaped(word: str) -> tuple[str, ...]:
    """Return the rules for a word that no table holds, by its shape; none for what is neither figure nor joined."""
    if word.isdigit():
        return SMALL if len(word) < 3 else YEAR if len(word) == 4 else AMOUNT
    if word[:1].isdigit():
        return DECIMAL if word.replace(",", "").replace(".", "").isdigit() else FIGURE
    joined = ("-" in word and word != "-") or any(char.isdigit() for char in word)
    return JOINED if joined and not word.isalpha() else ()


@cache
def starts() -> Starts:
    """Return the shipped words, read once a process."""
    return Starts()
