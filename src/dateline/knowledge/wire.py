"""What wires print around a report: agencies, months, headline tags, bylines, furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.knowledge.codebook import data_folder, hash_files, read_entries, read_toml
from dateline.model import LexiconError, StoryStatus


@dataclass(frozen=True, slots=True)
class HeadlineTag:
    """Words before a headline ("UPDATE 2-"), and what they say about the story."""

    words: str
    numbered: bool
    status: StoryStatus | None


@dataclass(frozen=True, slots=True)
class FurnitureLine:
    """A kind of line that is no part of the report; `where` is `any`, `head` or `tail`."""

    id: str
    where: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WireStyle:
    """All of it, loaded once and never changed.

    Attributes:
        agencies: Every mark of every agency, folded by `agency_key`, and the name it stands for.
        marks: Marks that may stand in a dateline without brackets ("Tehran, Oct 3, IRNA -").
        months: Number of a month by its names and abbreviations in lower case.
        zones: Minutes east of UTC by zone name.
        not_places: Words in capitals that a dash or colon may follow though they are no place.
        tags: Headline tags, longest first.
    """

    agencies: dict[str, str]
    marks: tuple[str, ...]
    months: dict[str, int]
    weekdays: frozenset[str]
    zones: dict[str, int]
    not_places: frozenset[str]
    tags: tuple[HeadlineTag, ...]
    bylines: tuple[re.Pattern[str], ...]
    furniture: tuple[FurnitureLine, ...]
    sha256: str

    @classmethod
    def load(cls) -> WireStyle:
        """Return the shipped tables.

        Raises:
            LexiconError: A file breaks its format; the message names it.
        """
        return _load()

    def agency(self, mark: str) -> str | None:
        """Return the agency that signs with `mark`, or None."""
        return self.agencies.get(agency_key(mark))


def agency_key(mark: str) -> str:
    """Fold a mark: short ones keep their case (`AA`, not `aa`), longer ones do not."""
    mark = mark.strip(" ./")
    return mark if len(mark) <= 3 else mark.casefold()


@lru_cache(maxsize=1)
def _load() -> WireStyle:
    folder = data_folder() / "readers"
    tags = _tags(folder / "headline_tags.toml")
    calendar = read_toml(folder / "months.toml")
    return WireStyle(
        agencies=_agencies(folder / "agencies.toml"),
        marks=_marks(folder / "agencies.toml"),
        months={name: int(number) for number, names in calendar["months"].items() for name in names},
        weekdays=frozenset(calendar["weekdays"]["names"]),
        zones={name: int(minutes) for name, minutes in calendar["zones"].items()},
        not_places=frozenset(read_toml(folder / "not_places.toml")["words"]) | {t.words for t in tags},
        tags=tags,
        bylines=tuple(_pattern(e, folder) for e in read_entries(folder / "bylines.toml", "byline")),
        furniture=tuple(_line(e, folder) for e in read_entries(folder / "furniture.toml", "line")),
        sha256=hash_files(sorted(folder.glob("*.toml"))),
    )


def _agencies(path: Path) -> dict[str, str]:
    table: dict[str, str] = {}
    for entry in read_entries(path, "agency"):
        for mark in entry["marks"]:
            # The first agency with a mark keeps it: entries stand in order of how much they file.
            table.setdefault(agency_key(mark), mark if entry.get("each") else entry["marks"][0])
    return table


def _marks(path: Path) -> tuple[str, ...]:
    marks = {mark for entry in read_entries(path, "agency") for mark in entry["marks"]}
    # Two letters are too often something else when no brackets mark them.
    return tuple(sorted(form for mark in marks for form in {mark, mark.upper()} if len(mark) > 2))


def _tags(path: Path) -> tuple[HeadlineTag, ...]:
    found = [
        HeadlineTag(words, bool(entry.get("numbered")), StoryStatus(entry["status"]) if "status" in entry else None)
        for entry in read_entries(path, "tag")
        for words in entry["words"]
    ]
    return tuple(sorted(found, key=lambda tag: (-len(tag.words), tag.words)))


def _line(entry: dict[str, Any], folder: Path) -> FurnitureLine:
    return FurnitureLine(str(entry["id"]), str(entry["where"]), _pattern(entry, folder))


def _pattern(entry: dict[str, Any], folder: Path) -> re.Pattern[str]:
    try:
        return re.compile(entry["pattern"], 0 if entry.get("case") else re.IGNORECASE)
    except (KeyError, re.error) as error:
        raise LexiconError(f"{folder}: entry {entry.get('id', '?')} has no usable pattern: {error}") from error
