"""JSON records of the shapes that event-data projects use, to stories."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dateline.model import DatelineFact, Rejected, Story
from dateline.readers.dates import read_date
from dateline.readers.limits import RAW_CHARS, STORY_CHARS
from dateline.readers.wire_text import story_from_text

# Accepted names of each field, the first that is present counts. NGEC's `pub_date` goes before its `date`, which
# is the day its relative dates were resolved to, not the day of publication.
FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "event_text", "body", "content", "article", "full_text"),
    "id": ("id", "story_id", "guid", "uri"),
    "published": ("published", "pub_date", "date", "published_at", "publication_date", "dct", "timestamp"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "publication"),
    "url": ("url", "link"),
    "byline": ("byline", "author"),
    "language": ("language", "lang"),
    "agency": ("agency",),
}
EXPECTED = (
    "an object with `text` (or `event_text`), and `id`, `published` (or `date`), `title` (or `headline`) where known"
)


def read_record(row: object, *, origin: str = "", position: str = "") -> Story | Rejected:
    """Read one JSON value as a story.

    Args:
        row: What the JSON held; keys that Dateline does not know are ignored.
        origin: File that it came from.
        position: Line or number of the record in it.

    Returns:
        The story, or a rejected record that says what is missing.
    """
    if not isinstance(row, Mapping):
        return _rejected(row, f"a JSON {_kind(row)} is no story", origin, position)
    text = _field(row, "text")
    story_id = _identifier(_field(row, "id"))
    if text is None:
        keys = ", ".join(sorted(map(str, row))[:20]) or "none"
        return _rejected(row, f"no field holds the text; keys: {keys}", origin, position, story_id)
    if not isinstance(text, str):
        return _rejected(row, f"the text is a JSON {_kind(text)}, not a string", origin, position, story_id)
    if not text.strip():
        return _rejected(row, "the text is empty", origin, position, story_id)
    if len(text) > STORY_CHARS:
        return _rejected(
            row, f"the text has {len(text)} characters, above the limit of {STORY_CHARS}", origin, position, story_id
        )
    return _story(row, text, story_id, origin=f"{origin}:{position}" if position else origin)


def _story(row: Mapping[str, Any], text: str, story_id: str | None, *, origin: str) -> Story:
    dated = read_date(_field(row, "published"))
    story = story_from_text(
        text,
        id=story_id,
        published=dated.when,
        title=_words(_field(row, "title")),
        publisher=_words(_field(row, "publisher")),
        origin=origin,
    )
    notes = story.notes
    if dated.note and dated.note not in notes and not (dated.note == "no date given" and story.published is None):
        notes = (*notes, dated.note)
    return replace(
        story,
        url=_words(_field(row, "url")),
        byline=_words(_field(row, "byline")) or story.byline,
        language=_words(_field(row, "language")) or "en",
        agency=_words(_field(row, "agency")) or story.agency,
        dateline=_dateline(row.get("dateline"), story.dateline),
        notes=notes,
    )


def _field(row: Mapping[str, Any], name: str) -> Any:
    return next((row[key] for key in FIELDS[name] if row.get(key) is not None), None)


def _identifier(value: object) -> str | None:
    if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
        return _encodable(str(value).strip())[:200]
    return None


def _words(value: object) -> str | None:
    return " ".join(_encodable(value).split()) or None if isinstance(value, str) else None


def _encodable(value: str) -> str:
    return value.encode("utf-8", "replace").decode("utf-8")


def _dateline(value: object, found: DatelineFact | None) -> DatelineFact | None:
    """Take a record's own dateline where it has one; what it leaves out stays as the text has it."""
    if not isinstance(value, Mapping):
        return found
    fact = found or DatelineFact()
    day = read_date(value.get("date")).when if value.get("date") else None
    return replace(
        fact,
        place=_words(value.get("place")) or fact.place,
        date=_date(day) or fact.date,
        agency=_words(value.get("agency")) or fact.agency,
    )


def _date(when: datetime | None) -> date | None:
    return when.date() if when else None


def _kind(value: object) -> str:
    names = {dict: "object", list: "list", str: "string", bool: "boolean", int: "number", float: "number"}
    return names.get(type(value), "null")


def _rejected(row: object, reason: str, origin: str, position: str, story_id: str | None = None) -> Rejected:
    try:
        raw = _encodable(json.dumps(row, ensure_ascii=False)[:RAW_CHARS])
    except (RecursionError, TypeError, ValueError):
        raw = ""
    return Rejected(
        origin=origin, position=position, story_id=story_id, reason=reason, advice=f"give {EXPECTED}", raw=raw
    )
