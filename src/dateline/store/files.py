"""Files that are there whole or not at all, and the lock on a run folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from dateline.model import StoreError

LOCK = ".lock"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, also after a loss of power.

    Raises:
        StoreError: The disk is full or the folder cannot be written.
    """
    fill_whole(path, lambda temporary: _write(temporary, data))


def fill_whole(path: Path, fill: Callable[[Path], None]) -> None:
    """Let `fill` write a file under a temporary name, flush it to disk and give it its name.

    Raises:
        StoreError: The disk is full or the folder cannot be written.
    """
    partial = path.with_name(path.name + ".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            fill(partial)
            settle(partial, path)
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(
            f"{path} cannot be written: {reason}; free space or choose another folder, then run again"
        ) from error


def settle(partial: Path, path: Path) -> None:
    """Flush a finished file to disk and rename it; the folder is flushed too, so that the name lasts."""
    flush(partial)
    partial.replace(path)
    flush(path.parent)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def flush(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


class Lock:
    """Keeps a second writer out of a run folder; a lock whose process is gone is taken over."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK

    def __enter__(self) -> Lock:
        """Take the lock.

        Raises:
            StoreError: Another process holds it (the message names its number), or the folder cannot be written.
        """
        folder = self._path.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._take()
        except OSError as error:
            reason = error.strerror or str(error)
            raise StoreError(f"{folder} cannot be written: {reason}; choose another folder") from error
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of it."""
        self._path.unlink(missing_ok=True)

    def _take(self) -> None:
        for _ in range(2):
            try:
                taken = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            except FileExistsError:
                number = holder(self._path)
                if number is not None:
                    words = f"{self._path.parent} is being written by process {number}; wait for it to end"
                    raise StoreError(words) from None
                self._path.unlink(missing_ok=True)
                continue
            with os.fdopen(taken, "w") as stream:
                stream.write(str(os.getpid()))
            return
        raise StoreError(f"{self._path.parent} is being taken by another process; try again")


def holder(lock: Path) -> int | None:
    """Return the number of the live process that holds a lock file; None when it is gone or is this one."""
    try:
        number = int(lock.read_text())
        os.kill(number, 0)
    except (OSError, ValueError) as error:
        return number if isinstance(error, PermissionError) else None
    return None if number == os.getpid() else number
