"""Reads the rows of a gold file, with an error that names the line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from dateline.model import Segment, SegmentKind, Story, UsageError

Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    """Read a JSON Lines file, a JSON object or list, or every `*.json` of a folder.

    Raises:
        UsageError: The path does not exist, or a line is not a JSON object.
    """
    if path.is_dir():
        return [row for file in sorted(path.glob("*.json")) for row in read_rows(file)]
    if not path.is_file():
        raise UsageError(f"{path} does not exist; give a gold file in the format of its suite")
    text = path.read_text("utf-8")
    if path.suffix == ".jsonl":
        return list(_lines(path, text))
    try:
        found = json.loads(text)
    except ValueError as error:
        raise UsageError(f"{path} is not valid JSON: {error}") from error
    return found if isinstance(found, list) else [found]


def _lines(path: Path, text: str) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise UsageError(f"{path} line {number} is not valid JSON: {error}") from error
        if not isinstance(row, dict):
            raise UsageError(f"{path} line {number} is not a JSON object; every row must be one")
        yield row


def sentence_story(row_id: str, text: str, day: str | None = None) -> Story:
    """Wrap one sentence or paragraph of a gold row as a story.

    Args:
        row_id: The row's id.
        text: Its text; offsets stay those of the row.
        day: ISO date, with or without hyphens; None when the row has none.
    """
    published = datetime.fromisoformat(day) if day else None
    segments = tuple(Segment(kind=SegmentKind.PARAGRAPH, start=start, end=end) for start, end in _paragraphs(text))
    return Story(id=row_id, text=text, published=published, date_source="field", segments=segments)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)
