"""Files, folders, standard input and gzip streams, opened one at a time and never read beyond a cap."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from dateline.model import ReadError
from dateline.readers.limits import LINE_BYTES

if TYPE_CHECKING:
    Stream = io.BufferedReader[io.RawIOBase]

FORMATS = ("text", "jsonl", "json")
_SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
}
_GZIP = b"\x1f\x8b"
_SNIFF = 4096
_CHUNK = 65_536
_BROKEN = (EOFError, gzip.BadGzipFile, zlib.error)


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its path as the user gave it (`-` is standard input), and its format where the name tells it."""

    name: str
    path: Path | None
    format: str | None


def find_sources(paths: list[str]) -> Iterator[Source | ReadError]:
    """Yield the inputs behind paths, folders in sorted order; a path that does not exist gives its error.

    Hidden files are left out of folders; links to folders are not followed.
    """
    for given in paths:
        path = Path(given)
        if given == "-":
            yield Source("-", None, None)
        elif path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield Source(given, path, _format(path))
        else:
            yield ReadError(f"{given}: no such file or folder")


def _folder(folder: Path) -> Iterator[Source]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root) / name
            if not name.startswith(".") and path.is_file():
                yield Source(str(path), path, _format(path))


def _format(path: Path) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return _SUFFIXES.get(suffixes[-1]) if suffixes else None


@contextmanager
def open_source(source: Source) -> Iterator[Stream]:
    """Open an input for reading bytes, unpacked where it is gzip.

    Raises:
        ReadError: It cannot be opened.
    """
    try:
        raw: IO[bytes] = sys.stdin.buffer if source.path is None else source.path.open("rb")
    except OSError as error:
        raise ReadError(f"{source.name}: {error.strerror or error}") from error
    try:
        buffered = io.BufferedReader(cast("io.RawIOBase", raw))
        packed = buffered.peek(2)[:2] == _GZIP
        yield io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=buffered))) if packed else buffered
    finally:
        if source.path is not None:
            raw.close()


def peek(stream: Stream) -> bytes:
    """Return the first bytes of a stream without taking them.

    Raises:
        ReadError: The stream's compression is damaged.
    """
    try:
        return stream.peek(_SNIFF)[:_SNIFF]
    except _BROKEN as error:
        raise ReadError(f"damaged gzip file ({error})") from error
    except OSError as error:
        raise ReadError(str(error.strerror or error)) from error


def read_capped(stream: Stream, cap: int) -> bytes:
    """Read a whole stream.

    Raises:
        ReadError: It holds more than `cap` bytes, or cannot be unpacked.
    """
    try:
        data = stream.read(cap + 1)
    except _BROKEN as error:
        raise ReadError(f"damaged gzip file ({error})") from error
    except OSError as error:
        raise ReadError(str(error.strerror or error)) from error
    if len(data) > cap:
        raise ReadError(f"more than {cap} bytes, which no single story has")
    return data


def read_lines(stream: Stream, *, cap: int = LINE_BYTES) -> Iterator[tuple[int, bytes | ReadError]]:
    """Yield numbered lines; one above the cap gives an error in its place and is skipped without being held.

    Yields:
        The line's number from 1, and its bytes or what is wrong with it. After damage to the stream nothing follows.
    """
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(cap + 1)
            if not line:
                return
            if len(line) > cap and not line.endswith(b"\n"):
                size = len(line) + _skip_line(stream)
                yield number, ReadError(f"a line of {size} bytes, above the limit of {cap}")
                continue
        except (*_BROKEN, OSError) as error:
            yield number, ReadError(f"the file is damaged from here on ({error})")
            return
        yield number, line


def _skip_line(stream: Stream) -> int:
    skipped = 0
    while chunk := stream.readline(_CHUNK):
        skipped += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return skipped
