"""Commitments of a run, and what became of them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.pipeline.run import code_run
from dateline.store import Run
from dateline.store.commitments import OPPOSITES, Commitment, chosen, commitments, commitments_in

STORIES = [
    ("a", "2020-03-02", "OSLO, March 2 (Reuters) - Norway promised to send food to Malawi in April."),
    ("b", "2020-03-03", "LIMA, March 3 (Reuters) - Chile threatened on Tuesday to impose sanctions on Peru."),
    ("c", "2020-04-10", "LILONGWE, April 10 (Reuters) - Norway sent food to Malawi on Thursday."),
    ("d", "2020-05-01", "BAMAKO, May 1 (Reuters) - Mali promised to release prisoners from Niger by May 20."),
    ("e", "2020-05-02", "NIAMEY, May 2 (Reuters) - The president of Niger will visit Chad in August."),
    ("g", "2020-03-05", "TOKYO, March 5 (Reuters) - Japan demanded that China withdraw its ships by March 20."),
    ("h", "2020-03-18", "BEIJING, March 18 (Reuters) - China refused on Wednesday to withdraw its ships."),
    ("i", "2020-03-04", "JUBA, March 4 (Reuters) - Sudan and Ethiopia agreed to observe a ceasefire from Friday."),
    ("j", "2020-03-20", "JUBA, March 20 (Reuters) - Sudanese troops attacked Ethiopian soldiers on Friday."),
    ("k", "2020-03-06", "LAGOS, March 6 (Reuters) - Nigeria pledged to release prisoners from Cameroon within a week."),
    ("l", "2020-03-07", "ROME, March 7 (Reuters) - Italy threatened to expel the Egyptian ambassador."),
    ("m", "2020-03-15", "ROME, March 15 (Reuters) - Italy expelled the Egyptian ambassador on Saturday."),
    ("f", "2020-07-01", "ACCRA, July 1 (Reuters) - Shops opened late."),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Commitment, ...]:
    folder = tmp_path_factory.mktemp("commitments")
    lines = [json.dumps({"id": id_, "published": day, "text": text}) for id_, day, text in STORIES]
    (folder / "stories.jsonl").write_text("\n".join(lines), "utf-8")
    code_run([folder / "stories.jsonl"], folder / "run")
    return commitments(Run.open(folder / "run"))


def _of(found: tuple[Commitment, ...], story: str) -> Commitment:
    return next(c for c in found if c.story_id == story)


def test_a_promise_that_a_later_report_tells_as_done_is_done(found: tuple[Commitment, ...]) -> None:
    promise = _of(found, "a")
    assert (promise.kind, promise.act, promise.by, promise.to) == ("promise", "AID", "NOR", "MWI")
    assert (promise.state, promise.settled_on) == ("done", date(2020, 4, 9))


def test_a_promise_is_made_on_the_day_it_is_reported_not_on_the_day_it_is_due(found: tuple[Commitment, ...]) -> None:
    promise = _of(found, "a")
    assert (promise.made_on, promise.due_begin) == (date(2020, 3, 2), date(2020, 4, 1))


def test_a_promise_past_its_day_is_overdue(found: tuple[Commitment, ...]) -> None:
    assert _of(found, "d").state == "overdue"


def test_a_threat_that_nobody_carried_out_stays_open(found: tuple[Commitment, ...]) -> None:
    assert (_of(found, "b").kind, _of(found, "b").state) == ("threat", "open")


def test_a_plain_future_is_a_promise_with_its_day(found: tuple[Commitment, ...]) -> None:
    visit = _of(found, "e")
    assert (visit.act, visit.made_on, visit.due_end) == ("CONSULT", date(2020, 5, 2), date(2020, 8, 31))


def test_as_of_a_day_before_the_act_the_promise_is_open(found: tuple[Commitment, ...], tmp_path: Path) -> None:
    lines = [json.dumps({"id": id_, "published": day, "text": text}) for id_, day, text in STORIES]
    (tmp_path / "stories.jsonl").write_text("\n".join(lines), "utf-8")
    code_run([tmp_path / "stories.jsonl"], tmp_path / "run")
    early = commitments(Run.open(tmp_path / "run"), as_of=date(2020, 4, 1))
    assert _of(early, "a").state == "open"


def test_a_party_is_found_on_either_side(found: tuple[Commitment, ...]) -> None:
    assert [c.story_id for c in chosen(found, state=None, party="PER")] == ["b"]


_CODE_LISTS = st.sampled_from([None, "PER", "CHL", "PER;CHL", "BOL"])
_EVENTS = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["AGREE", "AID", "SANCTION", "REJECT"]),
            "status": st.sampled_from(["happened", "planned"]),
            "actor_country": _CODE_LISTS,
            "recipient_country": _CODE_LISTS,
            "date_begin": st.sampled_from([None, date(2020, 1, 1), date(2020, 1, 2), date(2020, 1, 3)]),
            "inside": st.sampled_from([None, 0, 1]),
            "story_id": st.sampled_from(["s", "t"]),
        }
    ),
    max_size=8,
)


def _rows(drawn: list[dict[str, Any]]) -> list[dict[str, Any]]:
    empty = {"actor": None, "recipient": None, "date_end": None, "text": ""}
    return [
        {
            **empty,
            **event,
            "event_id": f"e{n}",
            "content_of": None if event["inside"] is None else f"e{event['inside']}",
        }
        for n, event in enumerate(drawn)
    ]


def _settled_by(verbal: dict[str, Any], act: dict[str, Any], rows: list[dict[str, Any]], day: date) -> str | None:
    """Look at every event: the plain way, to which the quick one must be equal."""
    for event in sorted((r for r in rows if r["date_begin"]), key=lambda r: (r["date_begin"], r["event_id"])):
        mine, theirs = (set((r["actor_country"] or "").split(";")) - {""} for r in (act, event))
        towards, reached = (set((r["recipient_country"] or "").split(";")) - {""} for r in (act, event))
        if (
            event["status"] == "happened"
            and event["type"] in {act["type"], *OPPOSITES.get(act["type"], ())}
            and (verbal["date_begin"] or date.min) <= event["date_begin"] <= day
            and event["event_id"] != verbal["event_id"]
            and (event["story_id"], event["date_begin"]) != (verbal["story_id"], verbal["date_begin"])
            and mine & theirs
            and (towards <= theirs | reached if towards else reached <= (mine if len(mine) > 1 else set()))
        ):
            return str(event["event_id"])
    return None


@pytest.mark.parametrize(("story", "day", "state"), [("s", 1, "open"), ("t", 1, "done"), ("s", 2, "done")])
def test_the_meeting_that_agrees_on_another_does_not_keep_that_promise(story: str, day: int, state: str) -> None:
    both: dict[str, Any] = {"status": "happened", "actor_country": "PER;CHL", "recipient_country": None, "inside": None}
    told: list[dict[str, Any]] = [
        {**both, "type": "AGREE", "date_begin": date(2020, 1, 1), "story_id": "s"},
        {**both, "type": "CONSULT", "status": "planned", "date_begin": None, "inside": 0, "story_id": "s"},
        {**both, "type": "CONSULT", "date_begin": date(2020, 1, day), "story_id": story},
    ]
    assert [c.state for c in commitments_in(_rows(told), day=date(2020, 6, 1))] == [state]


@given(_EVENTS)
def test_looking_only_where_a_settling_event_can_be_finds_the_one_that_looking_everywhere_finds(
    drawn: list[dict[str, Any]],
) -> None:
    rows, day = _rows(drawn), date(2020, 1, 2)
    by_id = {row["event_id"]: row for row in rows}
    for found in commitments_in(rows, day=day):
        assert found.settled_by == _settled_by(by_id[found.event_id], by_id[found.act_id], rows, day)


@given(_EVENTS, st.sets(st.sampled_from(["e0", "e1", "e2", "e5"])))
def test_those_among_some_events_are_those_of_all_that_concern_them(
    drawn: list[dict[str, Any]], among: set[str]
) -> None:
    rows = _rows(drawn)
    everything = commitments_in(rows, day=None)
    wanted = tuple(c for c in everything if {c.event_id, c.act_id} & among)
    assert commitments_in(rows, day=None, among=among) == wanted


def test_a_demand_that_is_refused_is_broken(found: tuple[Commitment, ...]) -> None:
    demand = _of(found, "g")
    assert (demand.kind, demand.act, demand.by, demand.made_by) == ("demand", "RETREAT", "CHN", "JPN")
    assert (demand.state, demand.settled_on) == ("broken", date(2020, 3, 18))


def test_a_pact_is_broken_by_one_of_those_who_made_it(found: tuple[Commitment, ...]) -> None:
    assert (_of(found, "i").state, _of(found, "i").settled_on) == ("broken", date(2020, 3, 20))


def test_what_is_promised_within_a_week_is_due_then(found: tuple[Commitment, ...]) -> None:
    promise = _of(found, "k")
    assert (promise.due_begin, promise.due_end, promise.state) == (date(2020, 3, 6), date(2020, 3, 13), "overdue")


def test_a_threat_that_is_carried_out_is_done(found: tuple[Commitment, ...]) -> None:
    assert (_of(found, "l").kind, _of(found, "l").state, _of(found, "l").settled_on) == (
        "threat",
        "done",
        date(2020, 3, 14),
    )
