"""What reviewers say stands in the dossier, beside what the machine had."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dateline.apps.dossier import Dossier, gather
from dateline.apps.review import Entry, ReviewLog, machine_tie, machine_values
from dateline.apps.review.days import bounds
from dateline.store import Run

pytestmark = pytest.mark.model


class Desk:
    """A copy of the run, and a reviewer at work on it."""

    def __init__(self, run: Run, folder: Path) -> None:
        shutil.copytree(run.folder, folder / "run")
        self.run = Run.open(folder / "run")
        self.log = ReviewLog(self.run.folder)
        stories = {s["story_id"]: s for s in self.run.rows("stories")}
        self.events = [
            e for e in self.run.rows("events") if stories[e["story_id"]]["origin"].endswith("sanctions-ottawa.txt")
        ]

    def event(self, kind: str) -> dict[str, Any]:
        return next(event for event in self.events if event["type"] == kind)

    def say(self, action: str, event: Mapping[str, Any], **human: Any) -> None:
        entry = Entry(
            coder="mara",
            action=action,
            event_id=event["event_id"],
            story_id=event["story_id"],
            machine=machine_values(event),
            human=human,
        )
        self.log.append(entry)

    def say_of_tie(self, action: str, tie: Mapping[str, Any], **human: Any) -> None:
        ids = {"event_id": tie["tie_id"], "story_id": tie["story_id"]}
        self.log.append(Entry(coder="mara", action=action, machine=machine_tie(tie), human=human, **ids))

    def dossier(self, *actors: str) -> Dossier:
        return gather(self.run, actors or ("CAN", "BLR"))


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Desk:
    return Desk(run, tmp_path)


def test_a_rejected_event_is_counted_nowhere_and_listed_as_rejected(desk: Desk) -> None:
    desk.say("reject", desk.event("REJECT"))
    made = desk.dossier()
    assert [line.type for line in made.rejected] == ["REJECT (change)"]
    assert made.rejected[0].review == "rejected by mara"
    assert desk.event("REJECT")["event_id"] not in {line.event_id for line in made.lines}
    assert made.balance[-1].total == len(made.lines)
    assert "1 rejected" in made.standing


def test_a_confirmed_event_says_who_confirmed_it(desk: Desk) -> None:
    desk.say("accept", desk.event("SANCTION"))
    made = desk.dossier()
    assert made.lines[0].review == "confirmed by mara"
    assert "1 confirmed" in made.standing


def test_a_corrected_value_stands_and_the_machines_is_told(desk: Desk) -> None:
    desk.say("correct", desk.event("SANCTION"), type="COERCE", date="2020-09-28")
    line = desk.dossier().lines[0]
    assert (line.type, line.day, line.quad) == ("COERCE", "28 September 2020", "material conflict")
    assert line.reason == "a reviewer's"
    assert line.review == "corrected by mara (as coded: type was SANCTION; date was 2020-09-29)"


def test_corrected_actors_move_an_event_from_one_dossier_to_another(desk: Desk) -> None:
    desk.say("correct", desk.event("REJECT"), actor="Estonia", actor_country="EST")
    event_id = desk.event("REJECT")["event_id"]
    assert event_id not in {line.event_id for line in desk.dossier().lines}
    moved = next(line for line in desk.dossier("EST", "CAN").lines if line.event_id == event_id)
    assert moved.actors == "Estonia (EST)"


def test_a_missed_event_that_a_reviewer_added_is_a_line_like_any_other(desk: Desk) -> None:
    story = next(s for s in desk.run.rows("stories") if s["story_id"] == desk.events[0]["story_id"])
    words = "their assets will be frozen"
    start = story["text"].index(words)
    human = {"type": "SANCTION", "actor": "Canada", "actor_country": "CAN", "recipient": "officials"}
    human |= {"recipient_country": "BLR", "status": "planned", "date": ""}
    blank = {"event_id": "added-1", "story_id": story["story_id"]}
    desk.say("add", blank, **human, start=start, end=start + len(words), text=words)
    made = desk.dossier()
    line = next(line for line in made.undated if line.event_id == "added-1")
    assert (line.words.whole(), line.actors, line.status) == (words, "Canada (CAN)", "planned")
    assert line.review == "added by mara; the machine missed it"
    assert made.balance[0].total == 2


def _finland(desk: Desk) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the promise to meet in Helsinki, and the meeting that it promises."""
    events = {e["event_id"]: e for e in desk.run.rows("events")}
    act = next(e for e in events.values() if e["content_of"] and "Helsinki" in e["text"])
    return events[act["content_of"]], act


def test_a_rejected_promise_is_no_commitment(desk: Desk) -> None:
    promise, _ = _finland(desk)
    assert any("Helsinki" in p.words for p in desk.dossier("FIN", "EST").promises)
    desk.say("reject", promise)
    assert not any("Helsinki" in p.words for p in desk.dossier("FIN", "EST").promises)


def test_a_corrected_promise_stands_among_the_commitments_with_its_new_values(desk: Desk) -> None:
    promise, act = _finland(desk)
    desk.say("correct", promise, date="2019-05-13")
    desk.say("correct", act, type="RETREAT", date="2091-09")
    found = next(p for p in desk.dossier("FIN", "EST").promises if "Helsinki" in p.words)
    assert (found.made, found.state) == ("13 May 2019", "open")
    assert found.what.startswith("RETREAT by")


def test_an_event_that_a_reviewer_added_can_keep_a_promise(desk: Desk) -> None:
    promise, act = _finland(desk)
    human = {"type": act["type"], "actor_country": act["actor_country"], "recipient_country": "", "date": "2019-09-12"}
    blank = {"event_id": "added-2", "story_id": promise["story_id"]}
    desk.say("add", blank, **human, actor="The presidents", start=0, end=7, text="Finland")
    found = next(p for p in desk.dossier("FIN", "EST").promises if "Helsinki" in p.words)
    assert (found.state, found.settled) == ("done", "12 September 2019")


def test_a_rejected_tie_is_left_out_and_a_corrected_one_says_what_was_coded(desk: Desk) -> None:
    ties = [t for t in desk.run.rows("ties") if set(t["countries"].split(";")) >= {"EST", "FIN"}]
    assert len(desk.dossier("FIN", "EST").ties) == len(ties) > 0
    desk.say_of_tie("correct", ties[0], since="2018")
    assert desk.dossier("FIN", "EST").ties[0].period == "since 2018"
    assert "corrected by mara (as coded: since was empty)" in desk.dossier("FIN", "EST").ties[0].details
    for tie in ties:
        desk.say_of_tie("reject", tie)
    made = desk.dossier("FIN", "EST")
    assert made.ties == ()
    assert made.chart("ties") is None


def test_an_undone_verdict_is_none(desk: Desk) -> None:
    desk.say("reject", desk.event("REJECT"))
    desk.log.undo("mara")
    assert "No line of this dossier has been reviewed" in desk.dossier().standing


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2020-09-29", ("2020-09-29", "2020-09-29")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2018-W30", ("2018-07-23", "2018-07-29")),
        ("2019-03-01/2019-03-05", ("2019-03-01", "2019-03-05")),
        ("2019-02-30", ("None", "None")),
        ("", ("None", "None")),
        (None, ("None", "None")),
    ],
)
def test_a_date_covers_its_days(value: str | None, days: tuple[str, str]) -> None:
    assert tuple(map(str, bounds(value))) == days
