"""JSON objects of the known shapes to stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from dateline.model import DatelineFact, Rejected, Story
from dateline.readers.days import read_moment
from dateline.readers.wire import story_from_text

TEXT_KEYS = ("text", "event_text", "body", "content", "article", "full_text")
DATE_KEYS = ("published", "pub_date", "date", "published_at", "publication_date", "timestamp", "dct")
TITLE_KEYS = ("title", "headline")
MAX_STORY = 1_000_000
RAW = 2_000


def read_record(record: Mapping[str, Any], *, origin: str = "", position: str = "") -> Story | Rejected:
    """Read one JSON object.

    Accepted: Dateline's own shape (`id`, `published`, `title`, `text`), NGEC's (`id`, `date`, `event_text`, with
    `story_id`, `publisher`, `headline`, `pub_date`), and anything with a text and, if it has one, a date under one of the
    usual names. Other keys are ignored.

    Args:
        record: The object.
        origin: File it came from.
        position: Where in the file.
    """
    text = _first(record, TEXT_KEYS)
    identifier = _first(record, ("id", "story_id", "uri", "url"))
    name = str(identifier) if identifier is not None else None
    raw = str(dict(record))[:RAW]
    if not isinstance(text, str) or not text.strip():
        keys = ", ".join(sorted(map(str, record)))[:300]
        reason = "the text is empty" if isinstance(text, str) else f"no text: the record has the keys {keys or '(none)'}"
        advice = "give the text under `text` (or `event_text`, `body`, `content`)"
        return Rejected(origin=origin, position=position, story_id=name, reason=reason, advice=advice, raw=raw)
    if len(text) > MAX_STORY:
        reason = f"the text has {len(text):,} characters; a story may have {MAX_STORY:,}"
        advice = "split the file into stories"
        return Rejected(origin=origin, position=position, story_id=name, reason=reason, advice=advice, raw=raw)
    return _story(record, text, name, origin)


def _story(record: Mapping[str, Any], text: str, name: str | None, origin: str) -> Story:
    moment, remarks = read_moment(_first(record, DATE_KEYS))
    title = _first(record, TITLE_KEYS)
    title = str(title).strip() if title else None
    inside = title is not None and title in text[: len(title) + 300]
    story = story_from_text(
        text,
        id=name,
        published=moment,
        title=None if inside else title,
        publisher=_text(record.get("publisher") or record.get("source")),
        origin=origin,
    )
    return replace(
        story,
        headline=title or story.headline,
        agency=_text(record.get("agency")) or story.agency,
        dateline=_dateline(record.get("dateline"), story.dateline),
        url=_text(record.get("url")),
        language=_text(record.get("language")) or "en",
        notes=(*story.notes, *remarks),
    )


def _dateline(given: object, found: DatelineFact | None) -> DatelineFact | None:
    if not isinstance(given, Mapping):
        return found
    moment, _ = read_moment(given.get("date"))
    known = found or DatelineFact()
    return DatelineFact(
        place=_text(given.get("place")) or known.place,
        date=moment.date() if isinstance(moment, datetime) else known.date,
        agency=_text(given.get("agency")) or known.agency,
        span=known.span,
    )


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    return next((record[key] for key in keys if record.get(key) not in (None, "")), None)


def _text(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and str(value).strip() else None
