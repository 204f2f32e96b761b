"""NewsML-G2: messages of any number of items, or a single item; bodies are NITF, XHTML or plain text."""

from __future__ import annotations

from dateline.model import Rejected, Story, StoryStatus
from dateline.readers.dates import Dated, read_date
from dateline.readers.formats.nitf import attribute, find, number, report_of
from dateline.readers.hardened_xml import Element, iter_elements, local, root_name
from dateline.readers.inputs import Format, Input, Items
from dateline.readers.markup import html_paragraphs, paragraphs, words_of
from dateline.readers.reports import Report, merged, to_story

_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_ROOTS = frozenset({"newsMessage", *_ITEMS})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Values of pubStatus and of signal, after the scheme's alias ("stat:canceled").
_STATUSES = {
    "usable": StoryStatus.USABLE,
    "canceled": StoryStatus.WITHDRAWN,
    "withheld": StoryStatus.WITHDRAWN,
}
_SIGNALS = {"correction": StoryStatus.CORRECTED, "refile": StoryStatus.REFILED}
_REPLACES = frozenset({"previousversion", "corrects", "replaces", "iscorrectionof", "updates"})


def read(source: Input) -> Items:
    """Yield every news item of a message; other kinds of item are rejected with their kind."""
    count = 0
    for element in iter_elements(source.stream, _ITEMS):
        count += 1
        yield _item(element, source, f"item {count}")
    if not count:
        yield source.rejected("a NewsML-G2 message without items", "nothing to do")


def _item(element: Element, source: Input, position: str) -> Story | Rejected:
    kind = local(element)
    guid = attribute(element, "guid")
    if kind != "newsItem":
        return source.rejected(f"a {kind} holds no report", "nothing to do", position=position, raw=guid or "")
    meta = find(element, "itemMeta")
    item_class = _code(find(meta, "itemClass"))
    report = _report(element, meta)
    if not report.body and report.status is not StoryStatus.WITHDRAWN and item_class not in {None, "text"}:
        words = f"an item of class {item_class} without text"
        return source.rejected(words, "only reports with text are coded", position=position, raw=guid or "")
    return to_story(report, source, position=position)


def _report(element: Element, meta: Element | None) -> Report:
    content = find(element, "contentMeta")
    inner = find(find(element, "contentSet"), "nitf")
    nitf = report_of(inner) if inner is not None else Report(body=merged(_body(element)))
    note = words_of(find(meta, "edNote"))
    status = _status(meta)
    embargo = words_of(find(meta, "embargoed"))
    return Report(
        body=nitf.body,
        headline=words_of(find(content, "headline")) or nitf.headline or words_of(find(meta, "title")),
        id=attribute(element, "guid"),
        published=_published(meta, content, nitf),
        publisher=nitf.publisher,
        agency=_provider(meta, content) or nitf.agency,
        byline=words_of(find(content, "by")) or nitf.byline or words_of(find(find(content, "creator"), "name")),
        dateline_place=nitf.dateline_place or words_of(find(find(content, "located"), "name")),
        dateline_date=nitf.dateline_date,
        language=attribute(find(content, "language"), "tag") or element.get(_LANGUAGE),
        status=status,
        version=number(attribute(element, "version")),
        item_no=words_of(find(content, "slugline")) or nitf.item_no,
        supersedes=_replaced(meta) or nitf.supersedes,
        withdrawal=note if status is StoryStatus.WITHDRAWN else None,
        notes=(
            *nitf.notes,
            *((f"editor's note: {note[:300]}",) if note else ()),
            *((f"embargoed until {embargo[:40]}",) if embargo else ()),
        ),
    )


def _body(element: Element) -> list[str]:
    content = find(element, "contentSet")
    if content is None:
        return []
    page = find(content, "html") if find(content, "html") is not None else find(content, "body")
    if page is not None:
        body = find(page, "body")
        return paragraphs(body if body is not None else page)
    data = find(content, "inlineData")
    if data is not None:
        return _inline(data)
    inline = find(content, "inlineXML")
    return paragraphs(inline) if inline is not None else []


def _inline(data: Element) -> list[str]:
    text = "".join(str(part) for part in data.itertext())
    if "html" in (data.get("contenttype") or ""):
        return html_paragraphs(text)
    return [text.strip()] if text.strip() else []


def _status(meta: Element | None) -> StoryStatus:
    status = _STATUSES.get(_code(find(meta, "pubStatus")) or "usable", StoryStatus.USABLE)
    if status is not StoryStatus.USABLE or meta is None:
        return status
    signals = (_SIGNALS.get(_code(signal) or "") for signal in meta.iter("{*}signal"))
    return next((found for found in signals if found), StoryStatus.USABLE)


def _replaced(meta: Element | None) -> str | None:
    if meta is None:
        return None
    for link in meta.iter("{*}link"):
        if _after_alias(attribute(link, "rel")) in _REPLACES:
            return attribute(link, "residref") or attribute(link, "href")
    return None


def _published(meta: Element | None, content: Element | None, nitf: Report) -> Dated:
    """The version's time is publication; the content's own time is older or absent."""
    for value in (words_of(find(meta, "versionCreated")), words_of(find(meta, "firstCreated"))):
        if value and read_date(value).when:
            return read_date(value)
    if nitf.published.when:
        return nitf.published
    value = words_of(find(content, "contentCreated"))
    return read_date(value) if value else Dated(None, "no date given")


def _provider(meta: Element | None, content: Element | None) -> str | None:
    provider = find(meta, "provider")
    named = words_of(find(provider, "name")) or attribute(provider, "literal")
    return named or words_of(find(content, "creditline")) or _after_alias(attribute(provider, "qcode"), fold=False)


def _code(element: Element | None) -> str | None:
    return _after_alias(attribute(element, "qcode")) or _after_slash(attribute(element, "uri"))


def _after_alias(code: str | None, *, fold: bool = True) -> str | None:
    if not code:
        return None
    tail = code.rpartition(":")[2]
    return tail.lower() if fold else tail


def _after_slash(uri: str | None) -> str | None:
    return uri.rpartition("/")[2].lower() if uri else None


NEWSML = Format(
    name="newsml-g2",
    says="IPTC NewsML-G2 messages and items, with NITF, XHTML or plain text inside",
    suffixes=(".newsml", ".g2"),
    sniff=lambda head: root_name(head) in _ROOTS,
    read=read,
)
