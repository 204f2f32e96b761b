"""NITF 3.x: one report a document, as a file of its own or inside NewsML-G2."""

from __future__ import annotations

from dateline.model import StoryStatus
from dateline.readers.dates import Dated, read_date
from dateline.readers.hardened_xml import Element, iter_elements, local, root_name
from dateline.readers.inputs import Format, Input, Items
from dateline.readers.markup import paragraphs, words_of
from dateline.readers.reports import Report, merged, to_story

# NITF lets a sender withdraw a document by these values of management-status; some spell the last one differently.
_STATUSES = {
    "usable": StoryStatus.USABLE,
    "embargoed": StoryStatus.EMBARGOED,
    "withheld": StoryStatus.WITHDRAWN,
    "canceled": StoryStatus.WITHDRAWN,
    "cancelled": StoryStatus.WITHDRAWN,
}
_HEAD = frozenset({"body.head", "body.end"})


def read(source: Input) -> Items:
    """Yield the reports of a file; there is one unless the file wraps several `nitf` elements."""
    several = 0
    for root in iter_elements(source.stream, ("nitf",)):
        several += 1
        yield to_story(report_of(root), source, position=f"item {several}" if several > 1 else "")
    if not several:
        yield source.rejected("no nitf element", "check the file, or name its format with --format")


def report_of(root: Element) -> Report:
    """Return the parts of one `nitf` element, in whatever namespace."""
    data, body_head = find(root, "docdata"), find(root, "body.head")
    status = _STATUSES.get(attribute(data, "management-status") or "usable", StoryStatus.USABLE)
    corrects = find(root, "correction")
    return Report(
        body=merged(_body(root)),
        headline=words_of(find(root, "hl1")) or words_of(find(root, "hedline")) or words_of(find(root, "title")),
        id=attribute(find(root, "doc-id"), "id-string"),
        published=_published(root, data),
        publisher=attribute(find(root, "pubdata"), "name"),
        agency=_agency(body_head),
        byline=words_of(find(body_head, "byline")),
        dateline_place=words_of(find(find(body_head, "dateline"), "location")),
        dateline_date=_dateline_date(body_head),
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        status=StoryStatus.CORRECTED if corrects is not None and status is StoryStatus.USABLE else status,
        version=number(attribute(find(root, "du-key"), "version") or attribute(find(root, "du-key"), "generation")),
        item_no=attribute(find(root, "du-key"), "key"),
        supersedes=attribute(data, "management-doc-idref") or attribute(corrects, "id-string"),
        withdrawal=_advice(root) if status is StoryStatus.WITHDRAWN else None,
        notes=tuple(f"editor's note: {words[:300]}" for words in (_advice(root),) if words),
    )


def find(element: Element | None, name: str) -> Element | None:
    """Return the first element of a local name below another, whatever its namespace."""
    return next(element.iter(f"{{*}}{name}"), None) if element is not None else None


def attribute(element: Element | None, name: str) -> str | None:
    """Return an attribute's value, or None where there is none or nothing in it."""
    value = element.get(name) if element is not None else None
    return value.strip() or None if value else None


def number(value: str | None) -> int | None:
    """Return a small whole number, or None."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 9 else None


def _body(root: Element) -> list[str]:
    content = find(root, "body.content")
    if content is not None:
        return paragraphs(content)
    body = find(root, "body")
    if body is None:
        return []
    return [p for part in body if local(part) not in _HEAD for p in paragraphs(part)]


def _published(root: Element, data: Element | None) -> Dated:
    days = (attribute(find(data, name), "norm") for name in ("date.issue", "date.release"))
    found = (read_date(value) for value in (*days, attribute(find(root, "pubdata"), "date.publication")) if value)
    return next((dated for dated in found if dated.when), Dated(None, "no date given"))


def _dateline_date(head: Element | None) -> Dated:
    told = find(find(head, "dateline"), "story.date")
    value = attribute(told, "norm") or words_of(told)
    return read_date(value) if value else Dated(None)


def _agency(head: Element | None) -> str | None:
    distributor = find(head, "distributor")
    return words_of(find(distributor, "org")) or words_of(distributor)


def _advice(root: Element) -> str | None:
    note = find(root, "ed-msg")
    correction = find(root, "correction")
    return attribute(note, "info") or words_of(note) or attribute(correction, "info")


NITF = Format(
    name="nitf",
    says="IPTC NITF 3.x, one report a document",
    suffixes=(".nitf",),
    sniff=lambda head: root_name(head) == "nitf",
    read=read,
)
