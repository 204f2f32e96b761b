"""Words of time: units, names of days and months, parts of the day, holidays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.knowledge.codebook import data_folder, read_toml


@dataclass(frozen=True)
class TimeWords:
    """Tables of `data/times/words.toml`, by lower-case word."""

    units: Mapping[str, str]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    parts: Mapping[str, str]
    seasons: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    references: Mapping[str, str]
    days: Mapping[str, int]
    sets: Mapping[str, str]
    holidays: Mapping[tuple[str, ...], str]

    @classmethod
    def load(cls) -> TimeWords:
        """Read the shipped tables."""
        entry: dict[str, Any] = read_toml(data_folder() / "times" / "words.toml")
        plain = {name: entry[name] for name in cls.__dataclass_fields__ if name != "holidays"}
        holidays = {tuple(str(name).split()): str(day) for name, day in entry["holidays"].items()}
        return cls(**plain, holidays=holidays)
