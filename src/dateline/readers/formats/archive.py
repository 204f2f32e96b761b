"""ZIP and tar archives: members are streamed one after the other and nothing is ever written to the disk."""

from __future__ import annotations

import io
import lzma
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, Any, cast

from dateline.model import ReadError, Rejected
from dateline.readers.inputs import Format, Input
from dateline.readers.limits import ARCHIVE_BYTES, ARCHIVE_MEMBERS, MEMBER_BYTES
from dateline.readers.metering import Budget, Metered

_DAMAGED = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError),
    *(OSError, ValueError, OverflowError, struct.error),
)
_ENCRYPTED = 0x1
# Folders that file managers add.
_LITTER = ("__MACOSX",)


def zip_members(source: Input) -> Iterator[Input | Rejected]:
    """Yield the files of a ZIP archive.

    Raises:
        ReadError: It is damaged, or holds or unpacks to more than it may.
    """
    try:
        with zipfile.ZipFile(cast("IO[bytes]", source.stream)) as archive:
            entries = archive.infolist()
            _check_count(len(entries))
            budget = Budget(ARCHIVE_BYTES)
            for entry in entries:
                if not _wanted(entry.filename, is_folder=entry.is_dir()):
                    continue
                name = printable_name(entry.filename)
                if stat.S_ISLNK(entry.external_attr >> 16):
                    yield _refused(source, name, "a link, which is not followed", "archive the file itself")
                elif entry.flag_bits & _ENCRYPTED:
                    yield _refused(source, name, "an encrypted member", "unpack it first")
                else:
                    yield from _zip_member(archive, entry, name, budget, source)
    except _DAMAGED as error:
        raise ReadError(f"a damaged ZIP archive ({str(error)[:150]})") from error


def _zip_member(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, budget: Budget, source: Input
) -> Iterator[Input | Rejected]:
    try:
        with archive.open(entry) as stream:
            yield _member(source, name, stream, packed=entry.compress_size, budget=budget)
    except _DAMAGED as error:
        # One damaged member leaves the others readable: the directory stands at the end.
        yield _refused(source, name, f"a damaged member ({str(error)[:150]})", "archive it anew")


def tar_members(source: Input) -> Iterator[Input | Rejected]:
    """Yield the files of a tar archive, in order and without seeking; links and devices are refused.

    Raises:
        ReadError: It is damaged, or holds or unpacks to more than it may.
    """
    try:
        with tarfile.open(fileobj=cast("IO[bytes]", source.stream), mode="r|") as archive:
            budget = Budget(ARCHIVE_BYTES)
            for number, entry in enumerate(archive, start=1):
                _check_count(number)
                # The module keeps every header; a long archive would fill the memory.
                archive.members = []  # type: ignore[attr-defined]
                if not _wanted(entry.name, is_folder=entry.isdir()):
                    continue
                name = printable_name(entry.name)
                stream = archive.extractfile(entry) if entry.isreg() else None
                if stream is None:
                    yield _refused(source, name, "a link or device, which is not followed", "archive the file itself")
                else:
                    yield _member(source, name, stream, packed=entry.size, budget=budget)
    except _DAMAGED as error:
        raise ReadError(f"a damaged tar archive ({str(error)[:150]})") from error


def _member(source: Input, name: str, stream: IO[bytes] | Any, *, packed: int, budget: Budget) -> Input:
    metered = Metered(stream, packed=packed, cap=MEMBER_BYTES, what="a member", budget=budget)
    buffered = io.BufferedReader(cast("io.RawIOBase", metered))
    return Input(
        origin=f"{source.origin}!/{name}",
        stream=buffered,
        options=source.options,
        level=source.level + 1,
    )


def _check_count(count: int) -> None:
    if count > ARCHIVE_MEMBERS:
        raise ReadError(f"an archive of more than {ARCHIVE_MEMBERS} members")


def _wanted(name: str, *, is_folder: bool) -> bool:
    """Say whether a member is a file that somebody put there: no folder, hidden file, lock file or litter."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "~$")) and part not in {".", ".."} for part in parts)
    return not is_folder and bool(parts) and not hidden and parts[0] not in _LITTER


def printable_name(name: str) -> str:
    """Return a member's name for records. It is only ever shown: no path is made of it, wherever it points."""
    words = "".join(c if c.isprintable() else "?" for c in name.encode("utf-8", "replace").decode("utf-8"))
    return words[:300]


def _refused(source: Input, name: str, reason: str, advice: str) -> Rejected:
    return Rejected(origin=f"{source.origin}!/{name}", reason=reason, advice=advice)


def _is_tar(head: bytes) -> bool:
    return head[257:262] == b"ustar"


ZIP = Format(
    name="zip",
    says="ZIP archives of any of these",
    suffixes=(".zip",),
    sniff=lambda head: head.startswith((b"PK\x03\x04", b"PK\x05\x06")),
    members=zip_members,
    seeks=True,
)
TAR = Format(
    name="tar",
    says="tar archives of any of these, also compressed",
    suffixes=(".tar", ".tgz", ".tbz2", ".txz"),
    sniff=_is_tar,
    members=tar_members,
)
