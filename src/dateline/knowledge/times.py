"""Words of time: units, names of days and months, parts of the day, holidays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.knowledge.codebook import data_folder, read_toml
from dateline.model import LexiconError


@dataclass(frozen=True)
class TimeWords:
    """Tables of `data/times/words.toml`, by lower-case word, and its sets of words."""

    units: Mapping[str, str]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    parts: Mapping[str, str]
    seasons: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    references: Mapping[str, str]
    phrases: Mapping[str, str]
    days: Mapping[str, int]
    sets: Mapping[str, str]
    holidays: Mapping[str, str]
    modifiers: Mapping[str, str]
    amounts: Mapping[str, str]
    back: frozenset[str]
    ahead: frozenset[str]
    ages: frozenset[str]
    sums: frozenset[str]
    zones: frozenset[str]
    set_for: frozenset[str]
    setters: frozenset[str]
    told_now: frozenset[str]
    told_before: frozenset[str]
    thereupon: frozenset[str]
    hours: frozenset[str]
    deadlines: frozenset[str]
    occasions: frozenset[str]
    gatherings: frozenset[str]
    makers: frozenset[str]
    concluding: frozenset[str]
    planning: frozenset[str]
    appointments: frozenset[str]
    doubtful_months: frozenset[str]
    before_months: frozenset[str]
    before_years: frozenset[str]
    before_vague: frozenset[str]
    before_spans: frozenset[str]
    counted_things: frozenset[str]
    measures: frozenset[str]

    @classmethod
    def load(cls) -> TimeWords:
        """Read the shipped tables.

        Raises:
            LexiconError: A table is missing.
        """
        entry: dict[str, Any] = read_toml(data_folder() / "times" / "words.toml")
        words = {**entry, **{name: frozenset(found) for name, found in entry["words"].items()}}
        try:
            return cls(**{name: words[name] for name in cls.__dataclass_fields__})
        except KeyError as error:
            raise LexiconError(f"times/words.toml lacks {error}") from error


@cache
def time_words() -> TimeWords:
    """Return the shipped words of time, read once a process.

    Example:
        >>> "then" in time_words().thereupon
        True
    """
    return TimeWords.load()
