"""Which words may begin a time expression: most of a text's words cannot, and are spared the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from dateline.knowledge.times import time_words

# Words that a rule names itself; those of the shipped tables are added.
NAMED = frozenset([
    "the", "a", "an", "this", "that", "some", "several", "many", "few", "couple", "dozen", "half", "two", "eighteen",
    "nineteen", "twenty", "centuries", "millennia", "last", "next", "early", "late", "mid", "earlier", "later",
    "past", "coming", "following", "current", "fiscal", "first", "second", "third", "fourth", "year", "yearend",
    "every", "each", "per", "midnight", "noon", "midday", "overnight", "'", "’",
])  # fmt: skip
# These begin an expression only before certain words: "the end of the year", "a few days", "that same week", "' 90s".
BEFORE_OTHERS = frozenset({"the", "a", "an", "this", "that", "'", "’"})
SECOND = frozenset([
    "same", "very", "previous", "preceding", "latest", "quarter", "period", "half", "end", "full", "financial",
    "business", "weekend", "more", "number", "hundred", "thousand", "day", "week",
])  # fmt: skip


class Starts:
    """The words that may begin an expression, and those that may stand second after an article or the like."""

    def __init__(self) -> None:
        table = time_words()
        units = {form for unit in table.units for form in (unit, f"{unit}s")}
        single: list[Iterable[str]] = [
            table.weekdays, table.months, table.seasons, table.numbers, table.ordinals, table.decades,
            table.references, table.days, table.sets, table.back, table.ahead,
        ]  # fmt: skip
        several = [entry.split(" ") for entries in (table.phrases, table.holidays, table.amounts) for entry in entries]
        firsts = {words[0] for words in several}
        self._first = NAMED.union(units, firsts, *single)
        seconds = self._first.union(SECOND, table.parts, table.modifiers, *(words[1:2] for words in several))
        self._second = seconds - {"the", "a", "an", "that"}

    def may_start(self, words: Sequence[str], i: int) -> bool:
        """Say whether an expression may begin at a position; where in doubt it may.

        Args:
            words: The sentence's words as `Words.lower` holds them.
            i: A position in it.
        """
        word = words[i]
        if word in BEFORE_OTHERS:
            return i + 1 < len(words) and _may(words[i + 1], self._second)
        return _may(word, self._first)


def _may(word: str, known: frozenset[str]) -> bool:
    if word in known:
        return True
    # Figures and joined words ("third-quarter", "three-year", "mid-1990s") are left to the rules.
    return not word.isalpha() and (("-" in word and word != "-") or any(char.isdigit() for char in word))


@cache
def starts() -> Starts:
    """Return the shipped words, read once a process."""
    return Starts()
