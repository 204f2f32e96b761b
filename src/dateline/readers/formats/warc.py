"""WARC files such as CC-NEWS: every HTML response is one page; a record that was cut short is told from a whole one."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.model import ReadError, Rejected, Story
from dateline.readers.formats.page import article
from dateline.readers.inputs import Format, Input, Items, Stream
from dateline.readers.limits import PAGE_BYTES

_HEADERS_MOST = 65_536
_KINDS = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class _Response:
    """An HTTP answer taken apart: status, headers in lower case, body as it was sent."""

    status: int
    headers: dict[str, str]
    body: bytes


def read(source: Input) -> Items:
    """Yield the articles of the file's responses; what is damaged is rejected by the number of its record.

    Whole records before the damage are kept. After a record that breaks the file's structure nothing can be read.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = 0
    pages = 0
    try:
        records = ArchiveIterator(_Forward(source.stream), record_types=WarcRecordType.response, parse_http=False)
        for record in records:
            number += 1
            for item in _record(record, source, f"record {number}"):
                pages += 1
                yield item
    except (OSError, EOFError, zlib.error, ValueError, RuntimeError) as error:
        reason = f"the file is damaged after response {number} ({str(error)[:150]})"
        yield source.rejected(reason, "the records before it were read; fetch the file again for the rest")
        return
    if not pages:
        yield source.rejected("no response of the file is an HTML page", "nothing to do")


class _Forward:
    """A stream that is only read on; the library asks for its position as files give it, and panics without."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        # One step at a time, so that damage further on does not take the records before it.
        data = self._stream.read1(size)
        self._at += len(data)
        return data

    def close(self) -> None:
        self._stream.close()

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if (whence, offset) in {(io.SEEK_CUR, 0), (io.SEEK_SET, self._at)}:
            return self._at
        raise OSError("the stream cannot be searched")


def _record(record: Any, source: Input, position: str) -> Iterator[Story | Rejected]:
    url = str(record.headers.get("WARC-Target-URI") or "")
    stated = int(record.content_length)
    data = record.reader.read(PAGE_BYTES + 1)
    if len(data) > PAGE_BYTES:
        words = f"a page of more than {PAGE_BYTES} bytes"
        yield source.rejected(words, "nothing to do: no article is so long", position=position, raw=url)
        return
    if len(data) < stated:
        words = f"the record is cut: {len(data)} of {stated} bytes are there"
        yield source.rejected(words, "fetch the file again", position=position, raw=url)
        return
    try:
        response = _take_apart(data)
        if response is None:
            return
        page = _unpacked(response)
    except ReadError as error:
        yield source.rejected(str(error), "nothing to do", position=position, raw=url)
        return
    yield article(page, source, position=position, url=url or None, charset=_charset(response))


def _take_apart(data: bytes) -> _Response | None:
    """Return the answer, or None when it is no successful HTML page."""
    head, found, body = data[:_HEADERS_MOST].partition(b"\r\n\r\n")
    if not found or not head.startswith(b"HTTP/"):
        raise ReadError("a response without HTTP headers")
    lines = head.decode("latin-1").split("\r\n")
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, _, value = line.partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    parts = lines[0].split(" ", 2)
    status = int(parts[1]) if len(parts) > 1 and parts[1].isascii() and parts[1].isdigit() else 0
    kind = headers.get("content-type", "").split(";")[0].strip().lower()
    if status != 200 or kind not in _KINDS:
        return None
    return _Response(status, headers, body + data[_HEADERS_MOST:])


def _unpacked(response: _Response) -> bytes:
    body = response.body
    if response.headers.get("transfer-encoding", "").lower() == "chunked":
        body = _joined(body)
    coding = response.headers.get("content-encoding", "").lower()
    if coding in {"gzip", "x-gzip", "deflate"} or body.startswith(b"\x1f\x8b"):
        return inflate(body)
    if coding not in {"", "identity"}:
        # Crawlers often store the unpacked body and keep the header.
        return body
    return body


def inflate(body: bytes, cap: int = PAGE_BYTES) -> bytes:
    """Unpack gzip or zlib data.

    Raises:
        ReadError: It gives more than `cap` bytes, or is damaged.
    """
    for window in (47, -15):
        unpacker = zlib.decompressobj(window)
        try:
            data = unpacker.decompress(body, cap + 1)
        except zlib.error:
            continue
        if len(data) > cap:
            raise ReadError(f"a page that unpacks to more than {cap} bytes")
        return data
    # A header that was kept though the body was stored unpacked.
    if body.lstrip()[:1] == b"<":
        return body
    raise ReadError("a damaged compressed page")


def _joined(body: bytes) -> bytes:
    """Join the chunks of a chunked body; a body that is not in chunks is returned as it is."""
    stream = io.BytesIO(body)
    parts: list[bytes] = []
    while line := stream.readline(1_024):
        try:
            size = int(line.split(b";")[0].strip() or b"0", 16)
        except ValueError:
            return body
        if size <= 0:
            break
        parts.append(stream.read(min(size, len(body))))
        stream.readline(8)
    return b"".join(parts) if parts else body


def _charset(response: _Response) -> str | None:
    _, found, name = response.headers.get("content-type", "").lower().partition("charset=")
    return name.split(";")[0].strip(" \"'")[:40] or None if found else None


WARC = Format(
    name="warc",
    says="WARC web archives such as CC-NEWS",
    suffixes=(".warc",),
    sniff=lambda head: head.startswith(b"WARC/"),
    read=read,
)
