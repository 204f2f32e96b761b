"""RSS and Atom, from a file or an address; entries with only a summary are marked as partial."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from dateline.model import ReadError
from dateline.readers.dates import Dated, odd
from dateline.readers.hardened_xml import root_name, safe_text
from dateline.readers.inputs import Format, Input, Items
from dateline.readers.limits import PAGE_BYTES
from dateline.readers.markup import html_paragraphs
from dateline.readers.reports import Report, merged, one_line, to_story

_REFERENCE = re.compile(r"&#(?:x([0-9a-f]+)|([0-9]+));?", re.IGNORECASE)
_HALVES, _LAST = range(0xD800, 0xE000), 0x10FFFF
_ROOTS = frozenset({"rss", "feed", "RDF", "rdf"})


def read(source: Input) -> Items:
    """Yield the entries of a feed.

    The bytes go through the hardened filter first, so that feedparser never sees a declaration.
    """
    text = _REFERENCE.sub(_character, _safe(source))
    feed = _parsed(text)
    if not feed.entries:
        reason = f"no entries ({feed.bozo_exception})"[:300] if feed.bozo else "the feed holds no entries"
        yield source.rejected(reason, "check the feed", raw=text)
        return
    notes = (f"the feed is not well-formed ({feed.bozo_exception})"[:200],) if feed.bozo else ()
    for number, entry in enumerate(feed.entries, start=1):
        yield to_story(_report(entry, feed.feed, notes), source, position=f"entry {number}")


def _character(found: re.Match[str]) -> str:
    """Return a reference as it stands, or the replacement character for one to half a character or none: "&#xD800;"."""
    digits = (found[1] or found[2]).lstrip("0")[:9]
    code = int(digits or "0", 16 if found[1] else 10)
    return "\N{REPLACEMENT CHARACTER}" if code in _HALVES or code > _LAST else found[0]


def _parsed(text: str) -> Any:
    """Read a feed.

    Raises:
        ReadError: Its markup is so broken that the parser gives up.
    """
    import feedparser

    parse: Callable[..., Any] = vars(feedparser)["parse"]
    try:
        return parse(io.BytesIO(text.encode()), sanitize_html=False, resolve_relative_uris=False)
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError) as error:
        # Where XML is broken feedparser reads on loosely, and its handlers trip over ends without beginnings.
        raise ReadError(f"the feed's markup is broken ({type(error).__name__}: {str(error)[:80]})") from error


def _safe(source: Input) -> str:
    parts: list[str] = []
    size = 0
    for part in safe_text(source.stream):
        size += len(part)
        if size > PAGE_BYTES:
            raise ReadError(f"more than {PAGE_BYTES} bytes, the limit of a feed")
        parts.append(part)
    return "".join(parts)


def _report(entry: Any, feed: Any, notes: tuple[str, ...]) -> Report:
    content = [str(part.get("value") or "") for part in entry.get("content") or ()]
    longest = max(content, key=len, default="")
    summary = str(entry.get("summary") or "")
    body = longest if len(longest) >= len(summary) else summary
    return Report(
        body=merged(html_paragraphs(body)),
        headline=_plain(entry.get("title")),
        id=one_line(entry.get("id")) or one_line(entry.get("link")),
        published=_published(entry),
        publisher=_plain((entry.get("source") or {}).get("title")) or _plain(feed.get("title")),
        byline=_plain(entry.get("author")),
        url=one_line(entry.get("link")),
        language=_language(entry, feed),
        # Only an element made for the whole text promises it; a summary may be one too, which nobody can tell.
        is_partial=not longest.strip(),
        notes=notes,
    )


def _plain(value: object) -> str | None:
    words = one_line(value)
    return one_line(" ".join(html_paragraphs(words))) if words and ("<" in words or "&" in words) else words


def _published(entry: Any) -> Dated:
    for key in ("published_parsed", "updated_parsed"):
        parts = entry.get(key)
        if parts:
            try:
                year, month, day, hour, minute, second = parts[:6]
                when = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
            except (ValueError, TypeError, OverflowError):
                return Dated(None, f"date {str(entry.get(key.split('_')[0]))[:40]!r} not understood")
            return Dated(when, odd(when.date()))
    told = entry.get("published") or entry.get("updated")
    return Dated(None, f"date {str(told)[:40]!r} not understood" if told else "no date given")


def _language(entry: Any, feed: Any) -> str | None:
    detail = entry.get("title_detail") or {}
    return one_line(detail.get("language")) or one_line(feed.get("language"))


FEED = Format(
    name="feed",
    says="RSS 0.9 to 2.0 and Atom",
    suffixes=(".rss", ".atom", ".rdf"),
    sniff=lambda head: root_name(head) in _ROOTS,
    read=read,
)
