"""A stream put in a temporary file, for readers that need one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dateline.model import ReadError
from dateline.readers.inputs import Stream
from dateline.readers.limits import ARCHIVE_BYTES

_CHUNK = 1 << 20


@contextmanager
def spooled(stream: Stream | IO[bytes], *, cap: int = ARCHIVE_BYTES) -> Iterator[Path]:
    """Give the path of a temporary file with a stream's bytes; it is removed afterwards.

    Raises:
        ReadError: The stream holds more than `cap` bytes, or the disk is full.
    """
    number, name = tempfile.mkstemp(prefix="dateline-")
    path = Path(name)
    try:
        try:
            with os.fdopen(number, "wb") as file:
                _copy(stream, file, cap)
        except OSError as error:
            raise ReadError(f"it cannot be put in a temporary file: {error.strerror or error}") from error
        yield path
    finally:
        path.unlink(missing_ok=True)


def _copy(stream: Stream | IO[bytes], file: IO[bytes], cap: int) -> None:
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > cap:
            raise ReadError(f"more than {cap} bytes on one stream")
        file.write(chunk)
