"""The log of reviews only grows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.apps.review import Entry, ReviewLog, State
from dateline.model import StoreError, UsageError


def _entry(action: str = "accept", event: str = "e", coder: str = "ada", **more: object) -> Entry:
    return Entry(coder=coder, action=action, event_id=event, story_id="s", machine={"type": "AID"}, **more)  # type: ignore[arg-type]


def test_a_row_comes_back_as_it_was_given(tmp_path: Path) -> None:
    log = ReviewLog(tmp_path)
    made = log.append(_entry("correct", human={"type": "AGREE"}, note="“ja”"))
    assert log.entries() == (made,)
    assert made.seq == 1
    assert made.human == {"type": "AGREE"}


def test_no_row_can_be_changed_or_removed_even_with_sql(tmp_path: Path) -> None:
    log = ReviewLog(tmp_path)
    log.append(_entry())
    base = sqlite3.connect(log.path)
    for sql in ("UPDATE log SET coder = 'eva'", "DELETE FROM log"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            base.execute(sql)
    assert base.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    base.close()


def test_reading_makes_no_file_and_writing_where_none_may_says_so(tmp_path: Path) -> None:
    assert ReviewLog(tmp_path).entries() == ()
    assert ReviewLog(tmp_path).last() == (0, 0)
    assert not list(tmp_path.iterdir())
    with pytest.raises(StoreError, match="cannot be written"):
        ReviewLog(tmp_path / "nowhere").append(_entry())


def test_a_file_that_is_no_log_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "reviews.sqlite").write_bytes(b"not a database, not at all" * 100)
    with pytest.raises(StoreError, match="no log of reviews"):
        ReviewLog(tmp_path).append(_entry())
    assert (tmp_path / "reviews.sqlite").read_bytes().startswith(b"not a database")


@pytest.mark.parametrize("coder", ["", "  ", "x" * 61, "a\nb"])
def test_a_row_needs_a_name(tmp_path: Path, coder: str) -> None:
    with pytest.raises(UsageError, match="coder"):
        ReviewLog(tmp_path).append(_entry(coder=coder))


def test_undo_takes_back_ones_own_last_row_only(tmp_path: Path) -> None:
    log = ReviewLog(tmp_path)
    log.append(_entry(coder="ada"))
    log.append(_entry(coder="eva"))
    undone = log.undo("ada")
    assert undone is not None
    assert undone.undoes == 1
    assert log.undo("ada") is None
    assert [e.coder for e in log.state().effective] == ["eva"]


def test_two_writers_at_once_lose_no_row(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    log = ReviewLog(tmp_path)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda i: ReviewLog(tmp_path).append(_entry(event=f"e{i}")), range(40)))
    assert sorted(e.seq for e in log.entries()) == list(range(1, 41))


@given(st.lists(st.sampled_from(["accept", "reject", "undo"]), max_size=12))
@settings(max_examples=60, deadline=None)
def test_undoing_everything_leaves_what_a_new_log_has(actions: list[str]) -> None:
    rows: list[Entry] = []
    stack: list[int] = []
    for seq, action in enumerate(actions, start=1):
        undoes = None
        if action == "undo":
            if not stack:
                continue
            undoes = stack.pop()
        else:
            stack.append(seq)
        rows.append(Entry(seq=seq, coder="a", action=action, event_id="e", story_id="s", undoes=undoes))
    assert [row.seq for row in State.of(rows).effective] == stack
    while stack:
        rows.append(
            Entry(
                seq=len(actions) + len(stack) + 100,
                coder="a",
                action="undo",
                event_id="e",
                story_id="s",
                undoes=stack.pop(),
            )
        )
    assert State.of(rows).verdicts() == {}


def test_a_plan_is_kept_as_drawn(tmp_path: Path) -> None:
    from dateline.apps.review import Plan

    log = ReviewLog(tmp_path)
    plan = Plan(name="p", coder="ada", kind="random", seed=3, events=("b", "a"))
    log.save_plan(plan)
    assert log.plans() == (plan,)
    assert log.last() == (0, 1)
