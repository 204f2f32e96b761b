"""JSON text to values, and values to stories: which shape of record an object has is told by its keys."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dateline.model import Rejected, Story
from dateline.readers.formats import json_feed, ninjs
from dateline.readers.inputs import Input
from dateline.readers.records import EXPECTED, read_record

# Keys under which services wrap a list of items.
_LISTS = (
    "items",
    "_items",
    "stories",
    "articles",
    "results",
    "docs",
    "documents",
    "records",
    "data",
    "hits",
    "response",
)


class DuplicateKeyError(ValueError):
    """A JSON object has one key twice; the last would win without a word."""


def parse(text: str, *, strict: bool = False) -> object:
    """Parse JSON.

    Raises:
        ValueError: It is malformed, or `strict` and an object has a key twice.
        RecursionError: It is nested too deeply.
    """
    return json.loads(text, object_pairs_hook=_unique) if strict else json.loads(text)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise DuplicateKeyError(f"the key {twice[:40]!r} stands twice in one object")
    return found


def items_of(value: object, source: Input, position: str, notes: tuple[str, ...] = ()) -> Iterator[Story | Rejected]:
    """Yield the stories of one JSON value.

    It is a JSON Feed, a ninjs item, an object that wraps a list, or a record in the names of event-data projects.
    """
    for item in _items(value, source, position):
        yield replace(item, notes=(*notes, *item.notes)) if notes and isinstance(item, Story) else item


def _items(value: object, source: Input, position: str) -> Iterator[Story | Rejected]:
    if json_feed.is_feed(value):
        yield from json_feed.items(value, source)
    elif isinstance(value, Mapping) and ninjs.is_ninjs(value):
        yield from ninjs.items(value, source, position)
    elif isinstance(inner := unwrapped(value), list) and inner is not value:
        for number, row in enumerate(inner, start=1):
            place = f"{position} record {number}".strip()
            # A list inside a list is no story; one level is what services wrap.
            yield from items_of(row, source, place) if isinstance(row, Mapping) else ()
    else:
        yield read_record(value, origin=source.origin, position=position)


def unwrapped(value: object) -> object:
    """Return the list inside an object that only wraps one, else the value itself.

    Example:
        >>> unwrapped({"status": "ok", "articles": [{"text": "Envoys met."}]})
        [{'text': 'Envoys met.'}]
    """
    if not isinstance(value, Mapping) or ninjs.is_ninjs(value):
        return value
    for key in _LISTS:
        inner = value.get(key)
        if isinstance(inner, list) and inner and all(isinstance(entry, Mapping) for entry in inner[:20]):
            return inner
    return value


def broken(text: str, error: Exception, source: Input, position: str) -> Rejected:
    """Return the rejected record of text that is no JSON."""
    deep = isinstance(error, RecursionError)
    reason = "JSON nested too deeply" if deep else f"not valid JSON: {error}"
    return source.rejected(reason, f"give {EXPECTED}", position=position, raw=text)
