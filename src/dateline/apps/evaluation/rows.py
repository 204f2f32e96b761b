"""Reads the rows of a gold file, with an error that names the line."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
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


def with_texts(rows: Sequence[Row], sources: Sequence[Path]) -> list[Row]:
    """Give rows that hold only a story's id its text, date and headline, taken from files of stories.

    Sets whose texts may not be passed on hold ids, offsets and labels; whoever has the stories can still measure.

    Args:
        rows: Rows with a `story`, or else an `id`, that is a story's id; those that have a `text` stay as they are.
        sources: Files of stories (JSON Lines, `.gz` too), or folders of such files.

    Raises:
        UsageError: A source cannot be read, or holds no story with a row's id.
    """
    wanted = {_story_id(row) for row in rows if "text" not in row}
    if not wanted:
        return list(rows)
    found = {story["id"]: story for path in sources for story in _stories(path) if story.get("id") in wanted}
    missing = sorted(wanted - set(found))
    if missing:
        raise UsageError(
            f"no text for {len(missing)} stories of the set (first: {missing[0]}); name their files with --stories"
        )
    return [row if "text" in row else {**_story_fields(found[_story_id(row)]), **row} for row in rows]


def _story_id(row: Row) -> str:
    return str(row.get("story") or row["id"])


def _stories(path: Path) -> Iterator[Row]:
    if path.is_dir():
        for file in sorted(path.iterdir()):
            if file.name.endswith((".jsonl", ".jsonl.gz")):
                yield from _stories(file)
        return
    if not path.is_file():
        raise UsageError(f"{path} does not exist; give a file of stories as JSON Lines, or a folder of them")
    data = path.read_bytes()
    yield from _lines(path, (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8"))


def _story_fields(story: Row) -> Row:
    return {key: story[key] for key in ("published", "headline", "text") if story.get(key)}


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
