"""A limit on work counts the processor's time."""

from __future__ import annotations

import signal
import time

import pytest

from dateline.readers.timing import Overtime, time_limit


def _work() -> None:
    while True:
        sum(range(1_000))


def test_work_without_end_is_stopped_and_the_timer_is_put_back() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(Overtime, match=r"more than 0\.2 seconds"), time_limit(0.2):
        _work()
    assert signal.getsignal(signal.SIGPROF) is before
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0


def test_waiting_is_no_work() -> None:
    with time_limit(0.2):
        time.sleep(0.4)
