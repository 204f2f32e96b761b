"""HTML pages: the article's text by trafilatura, its date, title, author and outlet from the page's own statements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from dateline.model import ReadError, Rejected, Story
from dateline.readers.dates import Dated, odd, read_date
from dateline.readers.inputs import Format, Input, Items, capped
from dateline.readers.limits import DEPTH, PAGE_BYTES
from dateline.readers.markup import html_root
from dateline.readers.reports import Report, one_line, to_story
from dateline.readers.timing import Overtime, time_limit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PAGE = re.compile(rb"<(?:!doctype\s{1,9}html|html|head|body|article|div|meta|p|title)[\s>]", re.IGNORECASE)
# Less is a button or a menu, which extraction falls back to on a page without an article.
_LEAST_CHARS = 40
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='date' or @name='pubdate' or @name='publish-date']/@content",
    "//meta[@name='dc.date' or @name='DC.date.issued']/@content",
    "//article//time/@datetime",
)
# What extraction by third-party code may raise on a malformed page, beside its memory limit; anything else ends the
# child process, which is reported too.
_FAULTS = (
    etree.LxmlError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    AssertionError,
    RecursionError,
    Overtime,
)


def read(source: Input) -> Items:
    """Yield the article of a page."""
    yield article(capped(source.stream, PAGE_BYTES, what="an HTML page"), source)


def article(
    data: bytes, source: Input, *, position: str = "", url: str | None = None, charset: str | None = None
) -> Story | Rejected:
    """Return the article of a page, or why there is none.

    Args:
        data: The page.
        source: The input that held it.
        position: Where in the input.
        url: The page's address, if known.
        charset: Encoding that the server stated.
    """
    try:
        with time_limit():
            report = _extract(data, url, charset)
    except _FAULTS as error:
        reason = f"no article could be taken from the page ({type(error).__name__}: {str(error)[:150]})"
        return source.rejected(reason, "save the article's text instead", position=position, raw=url or "")
    except MemoryError:
        return source.rejected("the page needs more memory than allowed", "save the text instead", position=position)
    if report is None:
        return source.rejected("the page holds no article text", "nothing to do", position=position, raw=url or "")
    return to_story(report, source, position=position)


def _extract(data: bytes, url: str | None, charset: str | None) -> Report | None:
    import trafilatura

    root = html_root(_decoded(data, charset), encoding="utf-8")
    if _depth(root) > DEPTH:
        raise ReadError(f"nested deeper than {DEPTH} levels")
    published = _published(root)
    found = trafilatura.bare_extraction(
        root, url=url, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=_DATES
    )
    if found is None or isinstance(found, dict) or len((found.text or "").strip()) < _LEAST_CHARS:
        return None
    return Report(
        body=str(found.text).replace("\n", "\n\n"),
        headline=one_line(found.title),
        id=one_line(url) or one_line(found.url),
        published=published,
        publisher=one_line(found.sitename) or one_line(found.hostname),
        byline=one_line(found.author),
        url=one_line(url) or one_line(found.url),
        language=_language(root),
    )


# Its date finder guesses from any number on the page; the page's own statement is read here instead.
_DATES = {"extensive_search": False, "original_date": True}


def _decoded(data: bytes, charset: str | None) -> bytes:
    """Return the page as UTF-8: strict UTF-8 first, then the server's or the page's statement, then Windows-1252."""
    declared = re.search(
        rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._-]{1,40})""", data[:4096], re.IGNORECASE
    )
    names = ("utf-8-sig", charset, declared[1].decode("ascii") if declared else None, "cp1252")
    for name in names:
        try:
            if name:
                return data.decode(name).encode("utf-8", "replace")
        except (UnicodeError, LookupError):
            continue
    return data.decode("utf-8", "replace").encode()


def _depth(root: HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _published(root: HtmlElement) -> Dated:
    for path in _PUBLISHED:
        found = root.xpath(path)
        for value in found if isinstance(found, list) else []:
            dated = read_date(str(value))
            if dated.when:
                return Dated(dated.when, odd(dated.when.date()))
    return _linked_data(root)


def _linked_data(root: HtmlElement) -> Dated:
    """Return the publication date of JSON-LD, read by pattern: such blocks are often no valid JSON."""
    found = root.xpath("//script[@type='application/ld+json']/text()")
    for text in found if isinstance(found, list) else []:
        match = re.search(r'"datePublished"\s*:\s*"([^"]{8,40})"', str(text))
        dated = read_date(match[1]) if match else Dated(None)
        if dated.when:
            return Dated(dated.when, odd(dated.when.date()))
    return Dated(None, "no date given")


def _language(root: HtmlElement) -> str | None:
    value = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return value.split("-")[0].lower() or None if value else None


def _sniff(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start[:1] == b"<" and bool(_PAGE.search(start[:2_048]))


HTML = Format(
    name="html",
    says="a web page saved as HTML",
    suffixes=(".html", ".htm", ".xhtml"),
    sniff=_sniff,
    read=read,
)
