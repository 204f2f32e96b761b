"""Sampling plans draw what they say."""

from __future__ import annotations

from collections import Counter

import pytest

from dateline.apps.review.plans import Candidate, draw
from dateline.model import UsageError

EVENTS = [Candidate(f"e{i}", "AID" if i % 10 else "ASSAULT", i / 200) for i in range(200)]


def _drawn(kind: str, size: int, seed: int = 1) -> tuple[str, ...]:
    return draw(EVENTS, name="p", coder="ada", kind=kind, size=size, seed=seed).events


def test_the_same_seed_draws_the_same_and_another_seed_others() -> None:
    assert _drawn("random", 30) == _drawn("random", 30)
    assert _drawn("random", 30) != _drawn("random", 30, seed=2)
    assert len(set(_drawn("random", 30))) == 30


def test_by_type_every_type_has_an_equal_share_as_far_as_it_goes() -> None:
    types = {e.event_id: e.type for e in EVENTS}
    assert Counter(types[e] for e in _drawn("type", 30)) == {"AID": 15, "ASSAULT": 15}
    assert Counter(types[e] for e in _drawn("type", 100)) == {"AID": 80, "ASSAULT": 20}
    assert abs(Counter(types[e] for e in _drawn("type", 30)[:10])["AID"] - 5) <= 1


def test_by_confidence_the_least_sure_come_first() -> None:
    assert _drawn("confidence", 3) == ("e0", "e1", "e2")


def test_more_than_there_are_gives_all() -> None:
    assert sorted(_drawn("random", 999)) == sorted(_drawn("type", 999)) == sorted(e.event_id for e in EVENTS)


@pytest.mark.parametrize(
    ("kind", "name", "size"), [("luck", "p", 1), ("random", "", 1), ("random", "a b", 1), ("type", "p", 0)]
)
def test_misuse_says_what_can_be_given(kind: str, name: str, size: int) -> None:
    with pytest.raises(UsageError):
        draw(EVENTS, name=name, coder="ada", kind=kind, size=size)
