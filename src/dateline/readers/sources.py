"""Files, folders, addresses and standard input, opened one at a time, unpacked where compressed, read within caps."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from dateline.model import ReadError
from dateline.readers.limits import LINE_BYTES
from dateline.readers.metering import Metered

if TYPE_CHECKING:
    Stream = io.BufferedReader[io.RawIOBase]

_SNIFF = 8_192
_CHUNK = 65_536
_XZ_MEMORY = 100_000_000
# A compressed stream may be of any size; its ratio may not be.
_ANY_SIZE = 1 << 60
BROKEN = (EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError)
_PACKED: dict[bytes, Callable[[Any], Any]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream),
    b"BZh": lambda stream: bz2.BZ2File(stream),
    b"\xfd7zXZ\x00": lambda stream: _Xz(stream),
}
_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its name as the user gave it (`-` is standard input), and its path unless it is that or an address."""

    name: str
    path: Path | None

    @property
    def is_address(self) -> bool:
        """Whether it must be fetched."""
        return self.path is None and self.name != "-"


def find_sources(paths: list[str]) -> Iterator[Source | ReadError]:
    """Yield the inputs behind paths, folders in sorted order; a path that does not exist gives its error.

    Hidden files and the lock files of word processors are left out of folders; links to folders are not followed.
    """
    for given in paths:
        path = Path(given)
        if given == "-" or given.lower().startswith(_SCHEMES):
            yield Source(given, None)
        elif path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield Source(given, path)
        else:
            yield ReadError(f"{given}: no such file or folder")


def _folder(folder: Path) -> Iterator[Source]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root) / name
            if not name.startswith((".", "~$")) and path.is_file():
                yield Source(str(path), path)


@contextmanager
def open_source(source: Source) -> Iterator[Stream]:
    """Open an input for reading bytes, unpacked where it is gzip, bzip2 or xz.

    Raises:
        ReadError: It cannot be opened.
    """
    try:
        raw: IO[bytes] = sys.stdin.buffer if source.path is None else source.path.open("rb")
    except OSError as error:
        raise ReadError(f"{source.name}: {error.strerror or error}") from error
    try:
        yield unpacked(raw)
    finally:
        if source.path is not None:
            raw.close()


def unpacked(raw: IO[bytes]) -> Stream:
    """Return a buffered stream over `raw`, unpacked by its first bytes and watched for bombs."""
    counted = _Counted(raw)
    buffered = io.BufferedReader(cast("io.RawIOBase", counted))
    head = buffered.peek(8)[:8]
    opener = next((opens for magic, opens in _PACKED.items() if head.startswith(magic)), None)
    if opener is None:
        if source_seeks(raw):
            raw.seek(0)
            return io.BufferedReader(cast("io.RawIOBase", raw))
        return buffered
    metered = Metered(opener(buffered), packed=lambda: counted.count, cap=_ANY_SIZE, what="a file")
    return io.BufferedReader(cast("io.RawIOBase", metered))


class _Xz:
    """An xz stream whose dictionary may not be of any size, as it may be in the library's own file class."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._unpacker = self._new()

    @staticmethod
    def _new() -> lzma.LZMADecompressor:
        return lzma.LZMADecompressor(memlimit=_XZ_MEMORY)

    def read(self, size: int) -> bytes:
        while True:
            if self._unpacker.eof:
                left = self._unpacker.unused_data or self._stream.read(_CHUNK)
                if not left.strip(b"\x00"):
                    return b""
                self._unpacker = self._new()
                data = self._unpacker.decompress(left, size)
            else:
                packed = self._stream.read(_CHUNK) if self._unpacker.needs_input else b""
                if self._unpacker.needs_input and not packed:
                    raise EOFError("the compressed file ends too early")
                data = self._unpacker.decompress(packed, size)
            if data:
                return data


def source_seeks(raw: IO[bytes]) -> bool:
    """Say whether a stream can be searched."""
    return bool(getattr(raw, "seekable", lambda: False)())


class _Counted(io.RawIOBase):
    """Counts the bytes that were taken from a stream."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


def peek(stream: Stream) -> bytes:
    """Return the first bytes of a stream without taking them.

    Raises:
        ReadError: The stream's compression is damaged.
    """
    try:
        return stream.peek(_SNIFF)[:_SNIFF]
    except BROKEN as error:
        raise ReadError(f"damaged compressed file ({error})") from error
    except OSError as error:
        raise ReadError(str(error.strerror or error)) from error


def read_lines(stream: io.BufferedIOBase, *, cap: int = LINE_BYTES) -> Iterator[tuple[int, bytes | ReadError]]:
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
        except (*BROKEN, OSError) as error:
            yield number, ReadError(f"the file is damaged from here on ({error})")
            return
        yield number, line


def _skip_line(stream: io.BufferedIOBase) -> int:
    skipped = 0
    while chunk := stream.readline(_CHUNK):
        skipped += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return skipped
