"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

from dateline.readers.dates import read_date
from dateline.readers.inputs import Input, Items
from dateline.readers.markup import html_paragraphs
from dateline.readers.reports import Report, merged, one_line, to_story


def is_feed(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Say whether a JSON value is a JSON Feed: its `version` is an address of that standard."""
    version = value.get("version") if isinstance(value, Mapping) else None
    return isinstance(version, str) and "jsonfeed.org/version/" in version


def items(feed: Mapping[str, Any], source: Input) -> Items:
    """Yield the entries of a feed."""
    entries = feed.get("items")
    if not isinstance(entries, list) or not entries:
        yield source.rejected("the feed holds no items", "nothing to do")
        return
    for number, entry in enumerate(entries, start=1):
        position = f"item {number}"
        if not isinstance(entry, Mapping):
            yield source.rejected("an item that is no object", "repair the feed", position=position)
            continue
        yield to_story(_report(entry, feed), source, position=position)


def _report(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Report:
    body = _content(entry)
    summary = entry.get("summary")
    partial = not body
    if partial and isinstance(summary, str):
        body = merged(html_paragraphs(summary))
    return Report(
        body=body,
        headline=one_line(entry.get("title")),
        id=one_line(entry.get("id")) or one_line(entry.get("url")),
        published=read_date(entry.get("date_published") or entry.get("date_modified")),
        publisher=one_line(feed.get("title")),
        byline=_author(entry) or _author(feed),
        url=one_line(entry.get("url")),
        language=one_line(entry.get("language")) or one_line(feed.get("language")),
        is_partial=partial,
    )


def _content(entry: Mapping[str, Any]) -> str:
    text, markup = entry.get("content_text"), entry.get("content_html")
    if isinstance(text, str) and text.strip():
        return text
    return merged(html_paragraphs(markup)) if isinstance(markup, str) else ""


def _author(row: Mapping[str, Any]) -> str | None:
    listed = row.get("authors")
    entries = listed if isinstance(listed, list) else [row.get("author")]
    names = (one_line(entry.get("name")) for entry in entries[:10] if isinstance(entry, Mapping))
    return next((name for name in names if name), None)
