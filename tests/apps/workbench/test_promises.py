"""What the workbench shows of commitments and ties after review is what the library says of them."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dateline.apps.review import Entry, ReviewLog, machine_values, standing_commitments, standing_ties
from dateline.apps.workbench.base import Base
from dateline.apps.workbench.promises import commitments_source, ties_source
from dateline.store import Run

HOST = "http://127.0.0.1:8765"
SAME = {"Origin": HOST, "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def busy(tmp_path: Path) -> Run:
    from tools.workbench.synthesise import write

    write(tmp_path / "run", 2_000, seed=3)
    return Run.open(tmp_path / "run")


def _say(log: ReviewLog, event: dict[str, Any], action: str, **human: Any) -> None:
    log.append(
        Entry(
            coder="ada",
            action=action,
            event_id=event["event_id"],
            story_id=event["story_id"],
            machine=machine_values(event) if action != "add" else {},
            human=human,
        )
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_commitments_after_any_reviews_are_those_of_the_library(busy: Run, seed: int) -> None:
    chance, log, events = random.Random(seed), ReviewLog(busy.folder), busy.rows("events")
    made = {e["content_of"] for e in events} | {e["event_id"] for e in events if e["content_of"]}
    settling = {c.settled_by for c in standing_commitments(busy)}
    telling = [e for e in events if e["event_id"] in made | settling]
    for event in chance.sample(telling, 60):
        change = chance.choice(
            [
                {"action": "reject"},
                {"action": "accept"},
                {"action": "correct", "actor_country": chance.choice(events)["actor_country"] or ""},
                {"action": "correct", "recipient_country": chance.choice(events)["recipient_country"] or ""},
                {"action": "correct", "type": chance.choice(events)["type"]},
                {"action": "correct", "date": chance.choice(events)["date"] or ""},
                {"action": "correct", "status": "happened"},
            ]
        )
        _say(log, event, **change)
    for i, event in enumerate(chance.sample(events, 10)):
        named = {k: machine_values(event)[k] for k in ("type", "actor_country", "recipient_country", "date")}
        _say(log, {**event, "event_id": f"added-{i}"}, "add", **named, start=0, end=4, text="word")
    wanted = standing_commitments(busy)
    base = Base.open(busy)
    source = commitments_source(base, log.state())
    assert source.touched
    found = base.rows(f"SELECT * FROM {source.sql} ORDER BY made_on NULLS LAST, event_id, act_id", source.values)
    expected = [{name: getattr(c, name) for name in c.__slots__} for c in wanted]
    assert sorted(map(_plain, found)) == sorted(map(_plain, expected))


def _plain(row: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in row.items()))


def test_a_rejected_event_makes_no_commitment_and_settles_none(busy: Run, serve: Callable[..., TestClient]) -> None:
    events = {e["event_id"]: e for e in busy.rows("events")}
    before = standing_commitments(busy)
    done = next(c for c in before if c.settled_by)
    made = next(c for c in before if c.story_id != done.story_id)
    assert done.settled_by is not None
    log = ReviewLog(busy.folder)
    with serve(busy.folder) as client:
        total = len(client.get("/commitments.json").json())
        _say(log, events[made.event_id], "reject")
        _say(log, events[done.settled_by], "reject")
        rows = client.get("/commitments.json").json()
        page = client.get(f"/commitments?kind={done.kind}").text
    assert total == len(before)
    assert made.act_id not in {row["act_id"] for row in rows}
    assert next(row for row in rows if row["act_id"] == done.act_id)["settled_by"] != done.settled_by
    assert "standing_commitments(run)" in page
    log.undo("ada")
    log.undo("ada")
    assert standing_commitments(busy) == before


def test_a_tie_can_be_rejected_corrected_and_undone(own: TestClient, own_run: Path) -> None:
    run = Run.open(own_run)
    tie = run.rows("ties")[0]
    page = own.get(f"/story?id={tie['story_id']}").text
    assert f'name="tie" value="{tie["tie_id"]}"' in page
    form = {"tie": tie["tie_id"], "action": "correct", "since": "2001-05", "note": "read again"}
    answer = own.post("/review/tie", data=form, headers=SAME)
    assert answer.headers["location"].endswith("done=corrected#ties")
    assert standing_ties(run)[0]["since"] == "2001-05"
    assert own.get("/ties.json").json()[0]["since"] == "2001-05"
    assert "standing_ties(run)" in own.get("/ties").text
    assert "✎ corrected" in own.get(f"/story?id={tie['story_id']}").text
    own.post("/review/tie", data={"tie": tie["tie_id"], "action": "reject"}, headers=SAME)
    assert tie["tie_id"] not in {row["tie_id"] for row in own.get("/ties.json").json()}
    assert "tie " + tie["tie_id"] in own.get("/review").text
    where = own.post("/review/judge", data={"action": "undo", "back": "/"}, headers=SAME).headers["location"]
    assert where.endswith("#ties")
    assert standing_ties(run)[0]["since"] == "2001-05"


@pytest.mark.parametrize(("field", "value"), [("kind", "friendship"), ("since", "long ago"), ("countries", "Peru")])
def test_a_value_that_a_tie_cannot_have_is_refused_by_name(
    own: TestClient, own_run: Path, field: str, value: str
) -> None:
    tie = Run.open(own_run).rows("ties")[0]
    answer = own.post("/review/tie", data={"tie": tie["tie_id"], "action": "correct", field: value}, headers=SAME)
    assert answer.status_code == 400
    assert field in answer.text
    assert ReviewLog(own_run).entries() == ()


def test_reviews_of_ties_are_no_reviews_of_events(own: TestClient, own_run: Path) -> None:
    tie = Run.open(own_run).rows("ties")[0]
    own.post("/review/tie", data={"tie": tie["tie_id"], "action": "accept"}, headers=SAME)
    state = ReviewLog(own_run).state()
    assert state.verdicts() == {}
    assert state.tie_verdict(tie["tie_id"]).kind == "accept"
    assert not ties_source(Base.open(Run.open(own_run)), state).touched
