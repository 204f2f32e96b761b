"""Stories and rejected records as lines of JSON, the only thing that a reading child process can tell its parent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from dateline.model import (
    DatelineFact,
    ReadError,
    Rejected,
    Segment,
    SegmentKind,
    Span,
    Story,
    StoryStatus,
)
from dateline.readers.inputs import ReadOptions

# Fields that are plain values and travel as they are.
_PLAIN = tuple(f.name for f in fields(Story) if f.name not in {"published", "segments", "dateline", "status", "notes"})


def pack(item: Story | Rejected) -> bytes:
    """Return an item as one line.

    Example:
        >>> unpack(pack(Rejected(origin="a.zip", reason="damaged"))).reason
        'damaged'
    """
    body = (
        _story(item) if isinstance(item, Story) else {"rejected": {f.name: getattr(item, f.name) for f in fields(item)}}
    )
    return json.dumps(body).encode() + b"\n"


def unpack(line: bytes) -> Story | Rejected:
    """Return the item of a line.

    Raises:
        ReadError: The line is not what `pack` writes.
    """
    try:
        body = json.loads(line)
        if "rejected" in body:
            return Rejected(**{key: _text_or_none(value) for key, value in body["rejected"].items()})
        return _unpacked(body)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReadError(f"the reading process sent something else than a story ({type(error).__name__})") from error


def pack_task(path: str, name: str, options: ReadOptions) -> bytes:
    """Return what a child is to do as one line."""
    body = {
        "path": path,
        "name": name,
        "format": options.format,
        "columns": dict(options.columns),
        "nested": options.nested,
        "strict": options.strict,
    }
    return json.dumps(body).encode() + b"\n"


def unpack_task(line: bytes) -> tuple[str, str, ReadOptions]:
    """Return path, name and options."""
    body = json.loads(line)
    options = ReadOptions(format=body["format"], columns=body["columns"], nested=body["nested"], strict=body["strict"])
    return body["path"], body["name"], options


def _story(story: Story) -> dict[str, Any]:
    dateline = story.dateline
    return {
        **{name: getattr(story, name) for name in _PLAIN},
        "published": story.published.isoformat() if story.published else None,
        "status": story.status.value,
        "segments": [[s.kind.value, s.start, s.end] for s in story.segments],
        "dateline": _dateline(dateline) if dateline else None,
        "notes": list(story.notes),
    }


def _dateline(fact: DatelineFact) -> list[Any]:
    span = [fact.span.start, fact.span.end] if fact.span else None
    return [fact.place, fact.date.isoformat() if fact.date else None, fact.agency, span]


def _unpacked(body: Mapping[str, Any]) -> Story:
    place, day, agency, span = body["dateline"] or (None, None, None, None)
    fact = DatelineFact(
        place=_text_or_none(place),
        date=date.fromisoformat(day) if day else None,
        agency=_text_or_none(agency),
        span=Span(*map(int, span)) if span else None,
    )
    story = Story(
        **{name: body[name] for name in _PLAIN},
        published=datetime.fromisoformat(body["published"]) if body["published"] else None,
        status=StoryStatus(body["status"]),
        segments=tuple(Segment(kind=SegmentKind(kind), start=int(a), end=int(b)) for kind, a, b in body["segments"]),
        dateline=fact if body["dateline"] else None,
        notes=tuple(map(str, body["notes"])),
    )
    if not isinstance(story.text, str) or any(not 0 <= s.start <= s.end <= len(story.text) for s in story.segments):
        raise ValueError("segments outside the text")
    return story


def _text_or_none(value: object) -> Any:
    if value is not None and not isinstance(value, str):
        raise TypeError("no text")
    return value
