"""Precision from reviews."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.apps.evaluation.metrics import stratified, wilson
from dateline.apps.evaluation.reviewed import evaluate, precision
from dateline.apps.review import Entry, State
from dateline.apps.review.kept import LEFT_OUT, read

MACHINE = {"type": "AID", "date": "2019", "actor": "Norway", "actor_country": "NOR"}


def _row(seq: int, action: str, event: str, *, coder: str = "ada", kind: str = "AID", **human: str) -> Entry:
    machine = {**MACHINE, "type": kind}
    return Entry(seq=seq, coder=coder, action=action, event_id=event, story_id="s", machine=machine, human=human)


ROWS = [
    _row(1, "accept", "a"),
    _row(2, "correct", "b", date="2020"),
    _row(3, "correct", "c", type="AGREE"),
    _row(4, "reject", "d"),
    _row(5, "accept", "e", kind="ASSAULT"),
    _row(6, "accept", "f"),
    _row(7, "reject", "f", coder="eva"),
    Entry(seq=8, coder="ada", action="add", event_id="added-1", story_id="s", human={"type": "AID", "text": "x"}),
]


def test_a_type_is_right_when_the_event_is_there_and_nobody_changed_its_type() -> None:
    found = precision(State.of(ROWS), {"AID": 90, "ASSAULT": 10})
    assert (found.type.right, found.type.n) == (3, 5)
    assert (found.event.right, found.accepted.right) == (4, 2)
    assert [(t.name, t.right, t.n) for t in found.types] == [("AID", 2, 4), ("ASSAULT", 1, 1)]
    assert {q.name: (q.right, q.n) for q in found.questions}["date"] == (2, 3)
    assert (found.disputed, found.missed) == (1, 1)


def test_the_whole_run_is_weighted_by_how_frequent_types_are() -> None:
    share, low, high = precision(State.of(ROWS), {"AID": 90, "ASSAULT": 10}).whole
    assert share == pytest.approx(0.9 * 0.5 + 0.1 * 1)
    assert low < share < high


def test_a_plan_counts_its_own_events_only() -> None:
    found = precision(State.of(ROWS), {"AID": 90}, only=["a", "d", "unreviewed"])
    assert (found.type.right, found.type.n) == (1, 2)


@given(st.integers(0, 60), st.integers(1, 60))
def test_wilson_holds_the_share_and_stays_between_0_and_1(right: int, n: int) -> None:
    right = min(right, n)
    low, high = wilson(right, n)
    assert 0 <= low <= right / n + 1e-9
    assert right / n - 1e-9 <= high <= 1


def test_wilson_gives_the_published_bounds() -> None:
    # Newcombe 1998, table I: 81 of 263, method 3.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_whole_that_was_reviewed_whole_is_certain() -> None:
    assert stratified([(10, 7, 10), (5, 5, 5)]) == (0.8, 0.8, 0.8)
    assert stratified([(900, 9, 10), (100, 2, 10)])[0] == pytest.approx(0.83)


def test_the_review_kept_with_the_project_gives_the_figures_that_it_is_quoted_for() -> None:
    file = Path(__file__).parents[2] / "reviews" / "read-100.jsonl"
    found = evaluate(file, plan="read-100")
    assert found["n"] == 100
    assert (found["event"], found["precision"], found["accepted"]) == (0.85, 0.72, 0.24)
    assert [round(bound, 2) for bound in found["intervals"]["precision"]] == [0.63, 0.8]
    told = " ".join((file.parent / "README.md").read_text("utf-8").split())
    assert "| an event at all | .85 | .77 to .91 |" in told
    assert "| and its type right | .72 | .63 to .80 |" in told


def test_the_later_review_gives_the_figures_that_it_is_quoted_for() -> None:
    file = Path(__file__).parents[2] / "reviews" / "read-60.jsonl"
    found = evaluate(file, plan="read-60")
    assert (found["n"], found["event"], found["precision"], round(found["accepted"], 2)) == (60, 0.9, 0.85, 0.23)
    told = " ".join((file.parent / "README.md").read_text("utf-8").split())
    assert "| an event at all | .90 | .80 to .95 |" in told
    assert "| and its type right | .85 | .74 to .92 |" in told


@pytest.mark.parametrize("name", ["read-100.jsonl", "read-60.jsonl"])
def test_a_review_kept_with_the_project_holds_no_words_of_the_stories(name: str) -> None:
    file = Path(__file__).parents[2] / "reviews" / name
    for entry in read(file).entries:
        assert {entry.machine[name] for name in ("actor", "recipient", "place", "said_by")} <= {"", LEFT_OUT}
        assert all(len(str(value)) < 80 for value in entry.human.values())
