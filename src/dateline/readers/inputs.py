"""What every adapter gets: an open stream, the name it goes by, and the reader's options."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from dateline.model import ReadError, Rejected, Story
from dateline.readers.limits import RAW_CHARS

Stream = io.BufferedIOBase
Items = Iterator[Story | Rejected]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How inputs are read.

    Attributes:
        format: Name of a format for every input; by content and file name when None.
        columns: For CSV and Parquet: the column that holds a field (`text`, `published`, `title`, `id` ...).
        network: Whether addresses may be fetched; off by default.
        nested: Whether archives inside archives are read, one level deep.
        strict: Refuse records that could be read in two ways, such as JSON with a key twice.
    """

    format: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    network: bool = False
    nested: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One file, archive member, feed or standard input.

    Attributes:
        origin: What records call it: the path as given, `archive.zip!/member`, an address, or `-`.
        stream: Its bytes, unpacked where they were compressed.
        options: How to read it.
        level: How many archives it lies in.
    """

    origin: str
    stream: Stream
    options: ReadOptions = ReadOptions()
    level: int = 0

    @property
    def file_name(self) -> str:
        """The last part of its name."""
        return PurePosixPath(self.origin.replace("\\", "/")).name

    def rejected(self, reason: str, advice: str, *, position: str = "", raw: str = "") -> Rejected:
        """Return a rejected record of this input."""
        return Rejected(origin=self.origin, position=position, reason=reason, advice=advice, raw=printable(raw))


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that Dateline reads.

    Attributes:
        name: What `--format` calls it.
        says: What it is, in a few words.
        suffixes: Endings of file names that suggest it, with the dot.
        sniff: Whether the first bytes are of this format; None where only the name or a wish can tell.
        read: The adapter; an archive has none.
        members: What an archive holds, one input after the other; each must be used before the next is taken.
        apart: Whether it is read in a child process with limits.
        seeks: Whether it reads its bytes out of order, and so needs a file that can be searched.
    """

    name: str
    says: str
    read: Callable[[Input], Items] | None = None
    members: Callable[[Input], Iterator[Input | Rejected]] | None = None
    suffixes: tuple[str, ...] = ()
    sniff: Callable[[bytes], bool] | None = None
    apart: bool = True
    seeks: bool = False


def printable(raw: str) -> str:
    """Return the start of an unreadable input in a form that every table takes."""
    return raw[:RAW_CHARS].encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")


def capped(stream: Stream, cap: int, *, what: str) -> bytes:
    """Read a whole stream.

    Raises:
        ReadError: It holds more than `cap` bytes.
    """
    data = stream.read(cap + 1)
    if len(data) > cap:
        raise ReadError(f"more than {cap} bytes, the limit of {what}")
    return data
