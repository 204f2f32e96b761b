"""Events are counted as rows, one a day, or incidents."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.model import UsageError
from dateline.store import Run, counted, daily

SIDES = {"actor": "Norway", "actor_country": "NOR", "recipient": "Chile", "recipient_country": "CHL"}


def event(key: str, **other: Any) -> dict[str, Any]:
    base = {"event_id": key, "story_id": f"s{key}", "date": "2019-05-06", "date_precision": "day", "cameo": "057"}
    return {**base, **SIDES, "status": "happened", **other}


def test_one_a_day_joins_equal_day_sides_code_and_status_and_lists_all_ids() -> None:
    (row,) = daily([event("a"), event("b", actor="Norwegian minister")])
    assert (row["event_id"], row["n_events"], row["event_ids"], row["story_ids"]) == ("a", 2, "a;b", "sa;sb")


@pytest.mark.parametrize(
    "other",
    [
        {"date": "2019-05-07"},
        {"cameo": "046"},
        {"status": "planned"},
        {"recipient_country": "PER"},
        {"date_precision": "month"},
    ],
)
def test_one_a_day_keeps_what_differs_apart(other: dict[str, Any]) -> None:
    assert len(list(daily([event("a"), event("b", **other)]))) == 2


def test_events_on_which_nobody_is_named_are_never_one() -> None:
    nobody = dict.fromkeys(SIDES)
    assert len(list(daily([event("a", **nobody), event("b", **nobody)]))) == 2


def test_a_run_is_counted_each_way_and_another_way_is_refused(run: Run) -> None:
    assert [len(counted(run, how)[0]) for how in ("rows", "daily")] == [1, 1]
    assert counted(run, "incidents")[1][0] == "incident_id"
    with pytest.raises(UsageError, match="daily"):
        counted(run, "weekly")


def test_a_withdrawn_event_neither_hides_nor_swells_the_others_of_its_day() -> None:
    gone, told = daily([event("a", withdrawn="withdrawn by k"), event("b")])
    assert (gone["event_ids"], told["event_ids"], told["n_events"]) == ("a", "b", 1)
