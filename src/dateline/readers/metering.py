"""Streams that count what comes out of a compressed one and stop a bomb while it unpacks."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import IO, Any

from dateline.model import ReadError
from dateline.readers.limits import RATIO, RATIO_FREE_BYTES


class Budget:
    """Bytes that all members of an archive may unpack to, together."""

    def __init__(self, cap: int) -> None:
        self._cap = cap
        self.used = 0

    def spend(self, size: int) -> None:
        """Count bytes.

        Raises:
            ReadError: The budget is spent.
        """
        self.used += size
        if self.used > self._cap:
            raise ReadError(f"the archive unpacks to more than {self._cap} bytes")


class Metered(io.BufferedIOBase):
    """A readable stream with a cap on its bytes and on their ratio to the packed bytes they come from.

    Args:
        stream: The unpacking stream.
        packed: Packed bytes, as a number or as a function that says how many were read so far.
        cap: Bytes that may come out.
        what: Name of the thing in the error.
        budget: Shared with the archive's other members.
    """

    def __init__(
        self,
        stream: IO[bytes] | Any,
        *,
        packed: int | Callable[[], int],
        cap: int,
        what: str,
        budget: Budget | None = None,
    ) -> None:
        super().__init__()
        self._stream = stream
        self._packed = packed if callable(packed) else lambda: packed
        self._cap = cap
        self._what = what
        self._budget = budget
        self._count = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Read bytes.

        Raises:
            ReadError: More come out than the cap, the ratio or the archive's budget allow.
        """
        # Never ask for everything at once: a bomb would be held before it is counted.
        left = self._cap + 1 - self._count
        wanted = left if size is None or size < 0 else min(size, left)
        parts: list[bytes] = []
        while wanted > 0:
            chunk = self._stream.read(min(wanted, 1 << 20))
            if not chunk:
                break
            self._tally(len(chunk))
            parts.append(chunk)
            wanted -= len(chunk)
        return b"".join(parts)

    def read1(self, size: int = -1, /) -> bytes:
        """Read what one step of unpacking gives, so that damage further on does not take what lies before it."""
        wanted = 1 << 16 if size < 0 else min(size, 1 << 20)
        step = getattr(self._stream, "read1", self._stream.read)
        chunk: bytes = step(wanted)
        self._tally(len(chunk))
        return chunk

    def readinto(self, buffer: Any, /) -> int:
        """Fill a buffer as far as one step goes."""
        chunk = self.read1(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def _tally(self, size: int) -> None:
        self._count += size
        if self._budget:
            self._budget.spend(size)
        if self._count > self._cap:
            raise ReadError(f"{self._what} that unpacks to more than {self._cap} bytes")
        if self._count > RATIO_FREE_BYTES and self._count > RATIO * max(self._packed(), 1):
            raise ReadError(f"{self._what} that unpacks to more than {RATIO} times its packed size")
