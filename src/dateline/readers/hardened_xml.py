"""The one XML parser of the readers: no entity is declared, nothing outside is loaded, and no item is of any size.

The bytes are decoded once; a DOCTYPE that only names an outside file is dropped unread, one that declares anything is
refused, HTML's named entities become their characters and any other name is an error: lxml itself would leave an
unresolved entity out of the text without a word.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from dateline.model import ReadError
from dateline.readers.inputs import Stream
from dateline.readers.limits import XML_ITEM_BYTES

Element = etree._Element
_CHUNK = 65_536
# A prolog with its comments and DOCTYPE; longer ones hold no news.
_PROLOG = 65_536
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ENTITY = re.compile(r"&(?:#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,8}))|([A-Za-z][A-Za-z0-9]{0,63}));")
_CDATA_OPENS, _CDATA_CLOSES = "<![CDATA[", "]]>"
# What XML 1.0 forbids.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARED = re.compile(rb"""^\s{0,32}<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SPACE_OR_NOTE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)


def iter_elements(stream: Stream, tags: tuple[str, ...]) -> Iterator[Element]:
    """Yield the elements of some names as soon as they are complete, and forget each afterwards.

    Args:
        stream: The document's bytes.
        tags: Local names, whatever their namespace.

    Yields:
        Elements that are not inside another one of `tags`; use each before taking the next.

    Raises:
        ReadError: The document is malformed, declares entities, or has an item above the size limit.

    Example:
        >>> import io
        >>> [e.text for e in iter_elements(io.BytesIO(b"<a><b>x &mdash; y</b><b>z</b></a>"), ("b",))]
        ['x — y', 'z']
    """
    parser = etree.XMLPullParser(
        events=("end",),
        tag=tuple(f"{{*}}{tag}" for tag in tags),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    held = 0
    try:
        for chunk in safe_text(stream):
            parser.feed(chunk.encode())
            found = list(_outermost(parser, tags))
            held = 0 if found else held + len(chunk)
            if held > XML_ITEM_BYTES:
                raise ReadError(f"an item of more than {XML_ITEM_BYTES} bytes, or none at all so far")
            for element in found:
                yield element
                _forget(element)
        parser.close()
        yield from _outermost(parser, tags)
    except etree.LxmlError as error:
        raise ReadError(f"not well-formed XML: {_words(error)}") from error


def parse_xml(stream: Stream, cap: int) -> Element:
    """Return the root of a small document, held whole.

    Raises:
        ReadError: It is malformed, declares entities, or is larger than `cap` characters.
    """
    text = []
    size = 0
    for chunk in safe_text(stream):
        size += len(chunk)
        if size > cap:
            raise ReadError(f"more than {cap} bytes, the limit of an XML document of this kind")
        text.append(chunk)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring("".join(text).encode(), parser)
    except etree.LxmlError as error:
        raise ReadError(f"not well-formed XML: {_words(error)}") from error


def root_name(head: bytes) -> str | None:
    """Return the local name of the first element of an XML or HTML document, or None where none begins.

    Example:
        >>> root_name(b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf>')
        'nitf'
    """
    try:
        text = head.decode(_encoding(head), "replace")
    except LookupError:
        text = head.decode("latin-1")
    at = 0
    while at < len(text):
        note = _SPACE_OR_NOTE.match(text, at)
        if note:
            at = note.end()
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            at = _doctype_end(text, at)[0]
        else:
            break
    match = re.compile(r"<(?:[\w.-]{1,64}:)?([\w.-]{1,64})(?=[\s/>])").match(text, at)
    return match[1] if match else None


def local(element: Element) -> str:
    """Return an element's name without its namespace, or nothing for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def safe_text(stream: Stream) -> Iterator[str]:
    """Yield a document's text in pieces, without prolog and with every named entity resolved.

    Raises:
        ReadError: The document declares entities, names unknown ones, or has no element in its first 64 KB.
    """
    head = _fill(stream, _PROLOG)
    encoding = _encoding(head)
    try:
        decoder = codecs.getincrementaldecoder(encoding)("replace")
    except LookupError:
        raise ReadError(f"an encoding that is not known: {encoding[:40]!r}") from None
    text = _without_prolog(decoder.decode(head))
    filter_ = _Filter()
    while True:
        chunk = stream.read(_CHUNK)
        yield filter_.take(text, last=not chunk)
        if not chunk:
            return
        text = decoder.decode(chunk)


class _Filter:
    """Resolves entities piece by piece; an entity or a CDATA mark cut by a piece's end waits for the next."""

    def __init__(self) -> None:
        self._left = ""
        self._cdata = False

    def take(self, text: str, *, last: bool) -> str:
        text = _FORBIDDEN.sub(" ", self._left + text)
        keep = 0 if last else _unfinished(text, self._cdata)
        self._left = text[len(text) - keep :] if keep else ""
        return "".join(self._pieces(text[: len(text) - keep]))

    def _pieces(self, text: str) -> Iterator[str]:
        at = 0
        while at < len(text):
            mark = _CDATA_CLOSES if self._cdata else _CDATA_OPENS
            end = text.find(mark, at)
            stop = len(text) if end < 0 else end
            yield text[at:stop] if self._cdata else _ENTITY.sub(_resolved, text[at:stop])
            if end < 0:
                return
            yield mark
            self._cdata = not self._cdata
            at = end + len(mark)


def _unfinished(text: str, cdata: bool) -> int:
    """Return how many characters at the end may be the start of an entity or a CDATA mark."""
    tail = text[-80:]
    ampersand = tail.rfind("&")
    open_entity = len(tail) - ampersand if ampersand >= 0 and ";" not in tail[ampersand:] and not cdata else 0
    mark = _CDATA_CLOSES if cdata else _CDATA_OPENS
    open_mark = next((n for n in range(len(mark) - 1, 0, -1) if text.endswith(mark[:n])), 0)
    return max(open_entity, open_mark)


def _resolved(match: re.Match[str]) -> str:
    name = match[3]
    if name is None:
        return _numbered(match)
    if name in _OWN:
        return match[0]
    found = html5.get(f"{name};")
    if found is None:
        raise ReadError(f"an entity that nothing declares: &{name};")
    return "&lt;" if found == "<" else "&amp;" if found == "&" else found


def _numbered(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    if 0x80 <= code <= 0x9F:
        # Old systems wrote Windows-1252 dashes and quotes by number.
        return bytes([code]).decode("cp1252", "replace")
    forbidden = code > 0x10FFFF or 0xD800 <= code <= 0xDFFF or _FORBIDDEN.match(chr(code))
    return " " if forbidden else match[0]


def _without_prolog(text: str) -> str:
    at = 0
    while True:
        note = _SPACE_OR_NOTE.match(text, at)
        if note:
            at = note.end()
            continue
        if text[at : at + 9] != "<!DOCTYPE":
            break
        at, subset = _doctype_end(text, at)
        if "<!ENTITY" in subset or "%" in subset:
            raise ReadError("the document declares entities, which may hide an attack; remove the declarations")
    if at >= len(text) or text[at] != "<":
        raise ReadError("no XML element at the start")
    return text[at:]


def _doctype_end(text: str, at: int) -> tuple[int, str]:
    """Return where a DOCTYPE ends and its internal subset; text in quotes may hold any mark."""
    opened, quote = -1, ""
    for n in range(at + 9, len(text)):
        char = text[n]
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and opened < 0:
            quote = char
        elif char == "[" and opened < 0:
            opened = n
        elif char == ">" and (opened < 0 or "]" in text[opened:n]):
            return n + 1, text[opened:n] if opened >= 0 else ""
    return len(text), text[opened:] if opened >= 0 else ""


def _encoding(head: bytes) -> str:
    for bom, name in _BOMS:
        if head.startswith(bom):
            return name
    if head[:4] == b"<\x00?\x00" or head[:2] == b"<\x00":
        return "utf-16-le"
    if head[:2] == b"\x00<":
        return "utf-16-be"
    match = _DECLARED.match(head)
    name = match[1].decode("ascii") if match else "utf-8"
    try:
        # An 8-bit declaration is the only sort that can be true here; text codecs only, never a transform.
        return name if codecs.lookup(name)._is_text_encoding else "utf-8"
    except LookupError:
        return name


def _fill(stream: Stream, size: int) -> bytes:
    parts = []
    while size > 0 and (chunk := stream.read(size)):
        parts.append(chunk)
        size -= len(chunk)
    return b"".join(parts)


def _outermost(parser: etree.XMLPullParser, tags: tuple[str, ...]) -> Iterator[Element]:
    for _, element in parser.read_events():
        if isinstance(element, etree._Element) and not any(local(up) in tags for up in element.iterancestors()):
            yield element


def _forget(element: Element) -> None:
    parent = element.getparent()
    element.clear()
    if parent is not None:
        while (before := element.getprevious()) is not None:
            parent.remove(before)


def _words(error: etree.LxmlError) -> str:
    words = str(error)[:200]
    # What libxml2 says when it gets no memory.
    return "the parser gave up, most likely for want of memory" if words.startswith("unknown error") else words
