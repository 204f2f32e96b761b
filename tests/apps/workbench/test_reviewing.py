"""What a review in the browser leaves in the log, and where it leads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dateline.apps.review import Entry, ReviewLog

HOST = "http://127.0.0.1:8765"
SAME = {"Origin": HOST, "Sec-Fetch-Site": "same-origin"}


def _post(client: TestClient, path: str, **form: Any) -> str:
    """Send a form and return where it leads."""
    answer = client.post(path, data=form, headers=SAME)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def _last(run: Path) -> Entry:
    return ReviewLog(run).entries()[-1]


def test_accepting_keeps_coder_time_and_the_machines_values_and_leads_to_the_next(
    own: TestClient, own_run: Path
) -> None:
    where = _post(own, "/review/judge", event="e-expel", action="accept")
    assert where == "/story?id=envoys&event=e-refuse&done=accepted#now"
    entry = _last(own_run)
    assert (entry.coder, entry.action, entry.event_id, entry.run) == ("ada", "accept", "e-expel", "test")
    assert entry.machine["type"] == "SANCTION"
    assert entry.human == {}
    assert entry.at.endswith("+00:00")


def test_a_correction_keeps_both_values_and_the_page_shows_them(own: TestClient, own_run: Path) -> None:
    _post(own, "/review/judge", event="e-expel", action="correct", type="coerce", date="2019-05-05", note="seen")
    entry = _last(own_run)
    assert dict(entry.human) == {"type": "COERCE", "date": "2019-05-05"}
    assert entry.machine["date"] == "2019-05-06"
    page = " ".join(own.get("/story?id=envoys&event=e-expel").text.split())
    for words in ("✎ corrected", "<td>SANCTION</td><td>COERCE</td>", "seen"):
        assert words in page
    assert own.get("/events.json?story=envoys&review=correct").json()[0]["type"] == "SANCTION"


def test_turning_the_direction_swaps_all_that_belongs_to_a_side(own: TestClient, own_run: Path) -> None:
    _post(own, "/review/judge", event="e-expel", action="swap")
    human = _last(own_run).human
    assert (human["actor"], human["recipient_country"]) == ("two Bolivian envoys", "PER")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "NOTHING"),
        ("date", "yesterday"),
        ("date", "2019-13-01"),
        ("status", "maybe"),
        ("actor_country", "P"),
        ("place_country", "Peru"),
        ("said_by", "x" * 600),
    ],
)
def test_a_value_that_cannot_stand_is_refused_by_name(own: TestClient, own_run: Path, field: str, value: str) -> None:
    form = {"event": "e-expel", "action": "correct", field: value}
    answer = own.post("/review/judge", data=form, headers=SAME)
    assert answer.status_code == 400
    assert field.split("_")[0][:4] in answer.text or "speaker" in answer.text
    assert ReviewLog(own_run).entries() == ()


def test_a_correction_that_changes_nothing_is_refused(own: TestClient) -> None:
    answer = own.post("/review/judge", data={"event": "e-expel", "action": "correct", "type": "SANCTION"}, headers=SAME)
    assert answer.status_code == 400
    assert "nothing was changed" in answer.text


def test_undo_is_a_row_and_brings_back_what_was_said_before(own: TestClient, own_run: Path) -> None:
    _post(own, "/review/judge", event="e-sign", action="accept")
    _post(own, "/review/judge", event="e-sign", action="reject")
    where = _post(own, "/review/judge", event="e-sign", action="undo")
    assert where.startswith("/story?id=fish&event=e-sign")
    log = ReviewLog(own_run)
    assert [e.action for e in log.entries()] == ["accept", "reject", "undo"]
    assert log.state().verdict("e-sign").kind == "accept"
    _post(own, "/review/judge", event="e-sign", action="undo")
    assert log.state().verdict("e-sign").kind == ""
    assert "nothing+to+undo" in _post(own, "/review/judge", event="e-sign", action="undo", back="/review")


def test_a_missed_event_is_added_at_the_marked_characters(own: TestClient, own_run: Path) -> None:
    words = "its minister said"
    text = "Peru expelled two Bolivian envoys on Monday 🐟. Bolivia will “never” accept it, its minister said."
    start = text.index(words)
    form = {"story": "envoys", "words": words, "start": start, "end": start + len(words), "type": "ACCUSE"}
    _post(own, "/review/add", **form, actor="Bolivia", actor_country="bol", status="happened")
    human = _last(own_run).human
    assert (human["start"], human["end"], human["text"]) == (start, start + len(words), words)
    assert human["actor_country"] == "BOL"
    assert "added by ada" in own.get("/story?id=envoys").text


def test_words_without_offsets_are_found_when_they_stand_once(own: TestClient, own_run: Path) -> None:
    _post(own, "/review/add", story="envoys", words="two Bolivian envoys", type="COERCE")
    assert _last(own_run).human["text"] == "two Bolivian envoys"
    for words in ("Bolivia", "not in there", ""):
        answer = own.post("/review/add", data={"story": "envoys", "words": words, "type": "COERCE"}, headers=SAME)
        assert answer.status_code == 400
        assert "words" in answer.text


def test_a_plan_leads_through_its_events_and_shows_progress(own: TestClient, own_run: Path) -> None:
    where = _post(own, "/review/plan", name="first", kind="random", size="3", seed="4")
    plan = ReviewLog(own_run).plans()[0]
    seen = []
    for _ in plan.events:
        where = own.get(where).headers["location"] if where.startswith("/review/next") else where
        event = where.split("event=")[1].split("&")[0]
        seen.append(event)
        where = _post(own, "/review/judge", event=event, action="accept", plan="first")
    assert tuple(seen) == plan.events
    assert where == "/review?done=plan+finished"
    assert 'value="3" max="3"' in own.get("/review").text


def test_a_plan_is_never_drawn_twice_under_one_name(own: TestClient) -> None:
    form = {"name": "first", "kind": "type", "size": "2"}
    _post(own, "/review/plan", **form)
    answer = own.post("/review/plan", data=form, headers=SAME)
    assert answer.status_code == 400
    assert "another name" in answer.text


def test_several_coders_disagree_and_one_settles_it(own: TestClient, own_run: Path) -> None:
    _post(own, "/review/judge", event="e-sign", action="accept")
    _post(own, "/coder", coder="Zoë", back="/review")
    _post(own, "/review/judge", event="e-sign", action="reject", note="not signed yet")
    state = ReviewLog(own_run).state()
    assert state.verdict("e-sign").kind == "disputed"
    assert state.coders() == ("ada", "Zoë")
    page = own.get("/review/adjudicate").text
    assert "Zoë is right" in page
    assert "not signed yet" in page
    _post(own, "/review/adjudicate", event="e-sign", **{"as": "Zoë"})
    verdict = ReviewLog(own_run).state().verdict("e-sign")
    assert (verdict.kind, verdict.adjudicator, verdict.coders) == ("reject", "Zoë", ("ada", "Zoë"))
    assert "No coders differ" in own.get("/review/adjudicate").text
    assert "Krippendorff" in own.get("/review").text


def test_a_settled_correction_stands_with_its_values(own: TestClient, own_run: Path) -> None:
    _post(own, "/review/judge", event="e-sign", action="accept")
    _post(own, "/coder", coder="eva", back="/")
    _post(own, "/review/judge", event="e-sign", action="correct", type="AGREE")
    _post(own, "/review/adjudicate", event="e-sign", **{"as": "eva"})
    verdict = ReviewLog(own_run).state().verdict("e-sign")
    assert (verdict.kind, verdict.human["type"], verdict.machine["type"]) == ("correct", "AGREE", "SUPPORT")


def test_filters_by_review_find_what_was_and_was_not_judged(own: TestClient) -> None:
    _post(own, "/review/judge", event="e-sign", action="accept")
    _post(own, "/review/judge", event="e-warn", action="reject")

    def ids(review: str) -> set[str]:
        return {row["event_id"] for row in own.get(f"/events.json?review={review}").json()}

    assert ids("accept") == {"e-sign"}
    assert ids("any") == {"e-sign", "e-warn"}
    assert ids("none") == {"e-expel", "e-refuse"}
    assert ids("disputed") == set()


def test_the_name_of_a_coder_is_kept_by_the_browser_and_checked(own: TestClient) -> None:
    answer = own.post("/coder", data={"coder": "  Ada L. ", "back": "/events?type=AID"}, headers=SAME)
    cookie = answer.headers["set-cookie"]
    assert "httponly" in cookie.lower()
    assert "samesite=strict" in cookie.lower()
    assert answer.headers["location"] == "/events?type=AID"
    assert 'value="Ada L."' in own.get("/events").text
    assert own.post("/coder", data={"coder": " "}, headers=SAME).status_code == 400


def test_reviews_of_an_unknown_event_or_action_are_refused(own: TestClient, own_run: Path) -> None:
    for form, status in (({"event": "x", "action": "accept"}, 404), ({"event": "e-sign", "action": "burn"}, 400)):
        assert own.post("/review/judge", data=form, headers=SAME).status_code == status
    assert not ReviewLog(own_run).path.exists()
    assert json.loads("[]") == list(ReviewLog(own_run).entries())
