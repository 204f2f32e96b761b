"""Streams that count while they unpack."""

from __future__ import annotations

import gzip
import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import ReadError
from dateline.readers.limits import RATIO_FREE_BYTES
from dateline.readers.metering import Budget, Metered


def metered(data: bytes, *, packed: int = 1 << 30, cap: int = 1 << 30, budget: Budget | None = None) -> Metered:
    return Metered(io.BytesIO(data), packed=packed, cap=cap, what="a part", budget=budget)


@given(st.binary(max_size=300), st.lists(st.integers(1, 50), max_size=20))
def test_what_comes_out_is_what_went_in_whatever_the_pieces(data: bytes, sizes: list[int]) -> None:
    stream = metered(data)
    parts = [stream.read(size) for size in sizes]
    assert b"".join([*parts, stream.read()]) == data


def test_the_cap_the_ratio_and_the_budget_each_stop_it() -> None:
    with pytest.raises(ReadError, match="more than 99 bytes"):
        metered(b"x" * 100, cap=99).read()
    assert metered(b"x" * 100, cap=100).read() == b"x" * 100
    with pytest.raises(ReadError, match="times its packed size"):
        metered(b"x" * (RATIO_FREE_BYTES + 1), packed=10).read()
    budget = Budget(150)
    metered(b"x" * 100, budget=budget).read()
    with pytest.raises(ReadError, match="the archive unpacks"):
        metered(b"x" * 100, budget=budget).read()


def test_a_bomb_is_stopped_before_it_is_held() -> None:
    packed = gzip.compress(b"\x00" * 50_000_000)
    stream = Metered(gzip.GzipFile(fileobj=io.BytesIO(packed)), packed=len(packed), cap=1 << 40, what="a part")
    taken: list[int] = []
    with pytest.raises(ReadError):
        taken.extend(len(chunk) for chunk in iter(lambda: stream.read(1 << 16), b""))
    assert sum(taken) < 15_000_000


def test_damage_does_not_take_what_lies_before_it() -> None:
    cut = gzip.compress(b"first part " * 10_000)[:-8]
    stream = io.BufferedReader(metered_gzip(cut))
    assert stream.read1(11) == b"first part "
    with pytest.raises((EOFError, zlib.error)):
        stream.read()


def metered_gzip(data: bytes) -> Metered:
    return Metered(gzip.GzipFile(fileobj=io.BytesIO(data)), packed=len(data), cap=1 << 30, what="a part")
