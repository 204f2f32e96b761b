"""Marked-up text to paragraphs: NITF and XHTML elements, and HTML fragments as feeds and ninjs carry them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from dateline.model import ReadError
from dateline.readers.hardened_xml import Element, local
from dateline.readers.limits import DEPTH

_BLOCKS = frozenset(
    {"p", "div", "block", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "bq", "section", "article", "hr", "pre"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "body", "body.content", "tr", "main", "header"}
)
# What is no running text: pictures with their captions, tables, code, forms, navigation.
_SKIPPED = frozenset(
    {"script", "style", "media", "figure", "figcaption", "table", "nitf-table", "form", "nav", "aside", "iframe"}
    | {"object", "svg", "math", "template", "noscript", "footer", "head", "title", "button", "select", "fn", "note"}
)
_SPACE = re.compile(r"[^\S\n]+")


def paragraphs(root: Element, *, skip: frozenset[str] = _SKIPPED) -> list[str]:
    """Return the paragraphs of an element in order, spaces collapsed; a line break inside one stays a newline.

    Args:
        root: The element.
        skip: Local names whose content is left out.
    """
    pieces: list[str] = []
    depth = 0
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local(element).lower()
        starts = event == "start"
        depth += 1 if starts else -1
        if depth > DEPTH:
            raise ReadError(f"markup nested deeper than {DEPTH} levels")
        pieces.append(_boundary(name, starts=starts) if not hidden else "")
        if starts and (hidden or (name in skip and element is not root)):
            hidden += 1
        elif not starts and hidden:
            hidden -= 1
        if not hidden:
            inside = element.text if starts else element.tail if element is not root else None
            pieces.append((inside or "").replace("\n", " ") if name != "pre" else inside or "")
    return list(_split("".join(pieces)))


def _boundary(name: str, *, starts: bool) -> str:
    if name == "br":
        return "\n" if starts else ""
    return "\n\n" if name in _BLOCKS else ""


def _split(text: str) -> Iterator[str]:
    for part in re.split(r"\n\s*\n", text.replace("\r", " ")):
        lines = (_SPACE.sub(" ", line).strip() for line in part.split("\n"))
        words = "\n".join(line for line in lines if line)
        if words:
            yield words


def words_of(element: Element | None) -> str | None:
    """Return all text of an element on one line, or None where there is none.

    Example:
        >>> from lxml import etree
        >>> words_of(etree.fromstring("<by>By <person>Jane  Doe</person></by>"))
        'By Jane Doe'
    """
    if element is None:
        return None
    return " ".join("".join(str(text) for text in element.itertext()).split()) or None


def html_paragraphs(fragment: str) -> list[str]:
    """Return the paragraphs of an HTML fragment or page.

    Raises:
        ReadError: It is nested too deeply or cannot be parsed.

    Example:
        >>> html_paragraphs("<p>Envoys <b>met</b>.</p><script>x()</script><p>Talks &amp; more.</p>")
        ['Envoys met.', 'Talks & more.']
    """
    if not fragment.strip():
        return []
    if "<" not in fragment and "&" not in fragment:
        return list(_split(fragment))
    root = html_root(fragment.encode("utf-8", "replace"), encoding="utf-8")
    return paragraphs(root)


def html_root(data: bytes, *, encoding: str | None = None) -> html.HtmlElement:
    """Parse HTML leniently, with the parser's own limits on depth and size.

    Raises:
        ReadError: Nothing can be made of it.
    """
    parser = html.HTMLParser(
        encoding=encoding, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ReadError(f"HTML that cannot be parsed: {str(error)[:200]}") from error
    # Above its limits the lenient parser stops in silence and keeps what it has; that is half a page.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReadError(f"HTML nested deeper than {DEPTH} levels, or a single text of more than 10 MB")
    return root
