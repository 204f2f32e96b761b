"""IPTC ninjs 1 to 3: one JSON object a news item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.model import Rejected, Story, StoryStatus
from dateline.readers.dates import Dated, read_date
from dateline.readers.inputs import Input
from dateline.readers.markup import html_paragraphs
from dateline.readers.reports import Report, merged, one_line, to_story

Folded = dict[str, Any]
# Keys that only ninjs uses, in lower case: version 1 and 2 write them so, version 3 in camel case.
_SIGNS = frozenset({"pubstatus", "versioncreated", "representationtype", "bodies", "usageterms", "embargoeduntil"})
_STATUSES = {
    "usable": StoryStatus.USABLE,
    "withheld": StoryStatus.WITHDRAWN,
    "canceled": StoryStatus.WITHDRAWN,
    "cancelled": StoryStatus.WITHDRAWN,
}
# Roles that hold the report itself; others hold captions, summaries, notes.
_MAIN_ROLES = frozenset({"", "main", "body", "story", "article", "full", "text", "content"})
_PLAIN_FIRST = ("text/plain", "text", "application/xhtml+xml", "xhtml", "text/html", "html")
_DEPTH = 3


def is_ninjs(row: Mapping[str, Any]) -> bool:
    """Say whether a JSON object is a ninjs item: it has a `uri` and a key that nothing else uses."""
    keys = {str(key).lower() for key in row}
    bodies = any(key.startswith(("body_", "bodies")) for key in keys)
    return "uri" in keys and (bodies or bool(keys & _SIGNS) or "$standard" in keys or "standard" in keys)


def items(row: Mapping[str, Any], source: Input, position: str, *, level: int = 0) -> Iterator[Story | Rejected]:
    """Yield the report of an item, and of the items that it embeds as associations."""
    item = _fold(row)
    report = report_of(item)
    inner = list(_associations(item)) if level < _DEPTH else []
    embedded = [entry for entry in inner if is_ninjs(entry) and _bodies(_fold(entry))]
    if report.body or report.status is StoryStatus.WITHDRAWN or not embedded:
        yield _own(item, report, source, position)
    for number, entry in enumerate(embedded, start=1):
        place = f"{position} association {number}".strip()
        yield from items(entry, source, place, level=level + 1)


def _own(item: Folded, report: Report, source: Input, position: str) -> Story | Rejected:
    kind = str(item.get("type") or "text")
    if not report.body and report.status is not StoryStatus.WITHDRAWN and kind != "text":
        advice = "only reports with text are coded"
        return source.rejected(f"a ninjs item of type {kind[:40]} without text", advice, position=position)
    return to_story(report, source, position=position)


def report_of(item: Folded) -> Report:
    """Return the parts of one item whose keys are in lower case."""
    status = _STATUSES.get(str(item.get("pubstatus") or "usable").lower(), StoryStatus.USABLE)
    embargo = one_line(item.get("embargoeduntil")) or one_line(item.get("embargoed"))
    note = one_line(item.get("ednote"))
    body, partial = _body(item)
    notes = (f"editor's note: {note[:300]}" if note else "", f"embargoed until {embargo[:40]}" if embargo else "")
    return Report(
        body=body,
        headline=_first_value(item, "headlines", "headline") or one_line(item.get("title")),
        id=one_line(item.get("uri")),
        published=_published(item),
        publisher=_named(item.get("publisher")),
        agency=_named(item.get("provider")) or _named(item.get("infosource")) or _named(item.get("infosources")),
        byline=one_line(item.get("byline")) or _named(item.get("by")),
        dateline_place=_named(item.get("located")) or one_line(item.get("dateline")),
        url=one_line(item.get("url")),
        language=one_line(item.get("language")),
        status=status,
        version=_version(item.get("version")),
        item_no=one_line(item.get("slugline")),
        is_partial=partial or str(item.get("representationtype") or "").lower() in {"partial", "incomplete"},
        withdrawal=note if status is StoryStatus.WITHDRAWN else None,
        notes=tuple(words for words in notes if words),
    )


def _fold(row: Mapping[str, Any]) -> Folded:
    return {str(key).lower(): value for key, value in row.items()}


def _published(item: Folded) -> Dated:
    for key in ("versioncreated", "contentcreated", "firstcreated"):
        dated = read_date(item.get(key))
        if dated.when:
            return dated
    return read_date(item.get("versioncreated"))


def _bodies(item: Folded) -> list[tuple[str, str, str]]:
    """Return role, type and value of every body; version 1 writes the role or type behind an underscore."""
    found = []
    listed = item.get("bodies")
    for entry in listed if isinstance(listed, list) else []:
        if isinstance(entry, Mapping):
            body = _fold(entry)
            role, kind, value = (body.get(name) for name in ("role", "contenttype", "value"))
            if isinstance(value, str) and value.strip():
                found.append((_tail(role), str(kind or "").lower(), value))
    for key in sorted(item):
        value = item[key]
        if key.startswith("body_") and isinstance(value, str) and value.strip():
            found.append(("", key.removeprefix("body_"), value))
    return found


def _tail(role: object) -> str:
    return role.rpartition(":")[2].rpartition("/")[2].lower() if isinstance(role, str) else ""


def _body(item: Folded) -> tuple[str, bool]:
    """Return the body to code and whether it is only a part: the main role first, plain text before markup."""
    bodies = _bodies(item)
    main = [body for body in bodies if body[0] in _MAIN_ROLES]
    for role_bodies, partial in ((main, False), (bodies, True)):
        if role_bodies:
            _, kind, value = min(role_bodies, key=lambda body: _preference(body[1]))
            return _plain(kind, value), partial
    summary = _first_value(item, "descriptions", "description_text") or one_line(item.get("description_summary"))
    return summary or "", bool(summary)


def _preference(kind: str) -> int:
    return _PLAIN_FIRST.index(kind) if kind in _PLAIN_FIRST else len(_PLAIN_FIRST)


def _plain(kind: str, value: str) -> str:
    markup = "html" in kind or "xml" in kind or (not kind and value.lstrip().startswith("<"))
    return merged(html_paragraphs(value)) if markup else value


def _first_value(item: Folded, many: str, one: str) -> str | None:
    listed = item.get(many)
    if isinstance(listed, list):
        entries = [_fold(entry) for entry in listed if isinstance(entry, Mapping)]
        main = [entry for entry in entries if _tail(entry.get("role")) in {"", "main"}] or entries
        words = (one_line(entry.get("value")) for entry in main)
        found = next((word for word in words if word), None)
        if found:
            return found
    return one_line(item.get(one))


def _named(value: object) -> str | None:
    """Return a name given as text, as an object with a name, or as a list of these."""
    if isinstance(value, list):
        return next((name for name in (_named(v) for v in value[:20] if not isinstance(v, list)) if name), None)
    if isinstance(value, Mapping):
        return one_line(value.get("name")) or one_line(value.get("literal"))
    return one_line(value)


def _version(value: object) -> int | None:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


def _associations(item: Folded) -> Iterator[Mapping[str, Any]]:
    found = item.get("associations")
    entries = found.values() if isinstance(found, Mapping) else found if isinstance(found, list) else []
    yield from (entry for entry in entries if isinstance(entry, Mapping))
