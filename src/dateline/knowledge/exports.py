"""How archives of news label the parts of a report in their downloads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from dateline.knowledge.codebook import data_folder, read_entries, read_toml
from dateline.model import LexiconError

_DAY_FIRST = re.compile(r"\b(\d{1,2})\.?(?:er|º)?\s+(?:de\s+|d')?([^\W\d_]{3,12})\.?\s+(?:de\s+)?(\d{4})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportStyle:
    """Marks and labels, loaded once and never changed.

    Attributes:
        marks: Patterns of whole lines by what they say: `start`, `end`, `body`, `tail`, `rights`.
        labels: The field that each label names, by the label in lower case.
        months: Number of a month by its name in the interfaces' languages other than English.
    """

    marks: dict[str, tuple[re.Pattern[str], ...]]
    labels: dict[str, str]
    months: dict[str, int]

    @classmethod
    def load(cls) -> ExportStyle:
        """Return the shipped tables.

        Raises:
            LexiconError: The file breaks its format.
        """
        return _load()

    def is_mark(self, kind: str, line: str) -> bool:
        """Say whether a whole line is a mark of some kind."""
        return len(line) < 300 and any(pattern.match(line) for pattern in self.marks[kind])

    def label(self, line: str) -> tuple[str, str] | None:
        """Return the field that a line's label names and the words after it, or None for a line without label.

        Example:
            >>> ExportStyle.load().label("DATELINE: OSLO")
            ('dateline', 'OSLO')
        """
        before, colon, after = line.partition(":")
        field = self.labels.get(before.strip().casefold()) if colon and len(before) < 40 else None
        return (field, after.strip()) if field else None

    def date(self, line: str) -> datetime | None:
        """Return a date written day first with a month's name in one of these languages."""
        for match in _DAY_FIRST.finditer(line[:200]):
            month = self.months.get(match[2].casefold())
            if month:
                try:
                    return datetime(int(match[3]), month, int(match[1]))
                except ValueError:
                    continue
        return None


@lru_cache(maxsize=1)
def _load() -> ExportStyle:
    path = data_folder() / "readers" / "exports.toml"
    marks: dict[str, list[re.Pattern[str]]] = {"start": [], "end": [], "body": [], "tail": [], "rights": []}
    try:
        for entry in read_entries(path, "mark"):
            marks[entry["kind"]].append(re.compile(entry["pattern"], re.IGNORECASE))
        labels = {word.casefold(): str(e["field"]) for e in read_entries(path, "label") for word in e["words"]}
        months = {name: int(number) for number, names in read_toml(path)["months"].items() for name in names}
    except (KeyError, ValueError, re.error) as error:
        raise LexiconError(f"{path} breaks its format: {error}") from error
    return ExportStyle(marks={kind: tuple(found) for kind, found in marks.items()}, labels=labels, months=months)
