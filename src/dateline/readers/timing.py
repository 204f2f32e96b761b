"""A time limit on one piece of work inside the reading child process.

It counts the processor's time, not the clock's: on a busy machine the same input must not be rejected that a quiet one
reads.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from dateline.readers.limits import PAGE_SECONDS


class Overtime(Exception):  # noqa: N818 - it is what happened, and the caller turns it into a rejected record
    """The work took longer than it may."""


@contextmanager
def time_limit(seconds: float = PAGE_SECONDS) -> Iterator[None]:
    """Raise `Overtime` in the block after some seconds of work.

    Only a main thread can be interrupted so; elsewhere, and on systems without the timer, the child's own limit holds.

    Raises:
        Overtime: The time is up.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "SIGPROF"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise Overtime(f"more than {seconds:g} seconds of work")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
