"""How wires withdraw a report: the patterns of kill and hold notices, and of what they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline.knowledge.codebook import data_folder, read_entries
from dateline.model import LexiconError


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeStyle:
    """Patterns, loaded once and never changed.

    Attributes:
        notices: Id and pattern of every way to withdraw a report.
        targets: Patterns whose group `target` names the report that is withdrawn, surest first.
        numbers: Patterns of a report's own number, group `number`.
    """

    notices: tuple[tuple[str, re.Pattern[str]], ...]
    targets: tuple[re.Pattern[str], ...]
    numbers: tuple[re.Pattern[str], ...]

    @classmethod
    def load(cls) -> NoticeStyle:
        """Return the shipped patterns.

        Raises:
            LexiconError: The file breaks its format.
        """
        return _load()

    def notice(self, words: str) -> str | None:
        """Return the id of the pattern that makes a headline or paragraph a notice, or None.

        Example:
            >>> NoticeStyle.load().notice("Editors: a kill is mandatory.")
            'kill-mandatory'
        """
        return next((name for name, pattern in self.notices if pattern.search(words)), None)

    def target(self, words: str) -> str | None:
        """Return the number, headline or slug that a notice names, or None."""
        for pattern in self.targets:
            match = pattern.search(words)
            if match:
                return " ".join(match["target"].split())
        return None

    def number(self, line: str) -> str | None:
        """Return the number that a line above the text gives to its report, or None."""
        found = (pattern.match(line) for pattern in self.numbers)
        return next((match["number"] for match in found if match), None)


@lru_cache(maxsize=1)
def _load() -> NoticeStyle:
    path = data_folder() / "readers" / "notices.toml"
    try:
        return NoticeStyle(
            notices=tuple((str(e["id"]), _pattern(e)) for e in read_entries(path, "notice")),
            targets=tuple(_pattern(e) for e in read_entries(path, "target")),
            numbers=tuple(re.compile(e["pattern"]) for e in read_entries(path, "number")),
        )
    except (KeyError, re.error) as error:
        raise LexiconError(f"{path} breaks its format: {error}") from error


def _pattern(entry: dict[str, Any]) -> re.Pattern[str]:
    return re.compile(entry["pattern"], 0 if entry.get("case") else re.IGNORECASE)
