"""Mentions of one event in several stories meet; other events stay apart; what came first stays where it is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.dedup import IncidentLinker, Link, incidents, link_rows
from dateline.dedup.likeness import Features, features

Row = dict[str, Any]
COUNTS = [f"{kind}_low" for kind in ("dead", "injured", "arrested", "size")]


def story(key: str, text: str, day: str | None = "2019-05-06") -> Row:
    return {"story_id": key, "text": text, "headline": "", "day": day}


def event(key: str, text: str, **other: Any) -> Row:
    own = {"event_id": f"e-{key}", "story_id": key, "text": text, "type": "ASSAULT", "modes": "", "status": "happened"}
    dated = {"date_begin": "2019-05-06", "date_end": "2019-05-06", "date_precision": "day"}
    return {**own, **dated, "geonameid": None, "place_country": None, **dict.fromkeys(COUNTS), **other}


def party(key: str, side: str, country: str, name: str) -> Row:
    who = {"entity_id": None, "entity_kind": None, "country": country, "countries": None, "name": name, "text": name}
    return {"event_id": f"e-{key}", "side": side, **who}


def joined(*reports: tuple[Row, Row, list[Row]]) -> list[Link]:
    rows = {
        "stories": [s for s, _, _ in reports],
        "events": [e for _, e, _ in reports],
        "event_actors": [p for _, _, parties in reports for p in parties],
    }
    return link_rows(IncidentLinker(), rows)


def report(key: str, text: str, *, day: str = "2019-05-06", **other: Any) -> tuple[Row, Row, list[Row]]:
    dated = {"date_begin": day, "date_end": day, **other}
    parties = [party(key, "actor", "AFG", "gunmen"), party(key, "recipient", "AFG", "police officers")]
    return story(key, text, day), event(key, text, **dated), parties


ONE = "Gunmen killed three police officers at a checkpoint in Ghazni"
OTHER = "Three policemen were shot dead by gunmen at a Ghazni checkpoint"
APART = "A roadside mine wounded a tax collector near Herat"


def test_two_reports_of_one_event_are_one_incident_named_by_the_first() -> None:
    first, second = joined(report("a", ONE), report("b", OTHER))
    assert (first.incident, first.score, first.why) == ("e-a", 1.0, "first report")
    assert second.incident == "e-a"
    assert 0.5 <= second.score < 1
    assert "date" in second.why


def test_another_event_of_the_same_sides_and_day_is_another_incident() -> None:
    assert [link.incident for link in joined(report("a", ONE), report("b", APART))] == ["e-a", "e-b"]


@pytest.mark.parametrize(
    "other",
    [
        {"status": "planned"},
        {"status": "negated"},
        {"type": "AID"},
        {"date_begin": "2019-04-20", "date_end": "2019-04-20"},
    ],
    ids=["planned", "denied", "of another kind", "weeks before"],
)
def test_what_cannot_be_the_same_event_is_never_joined_whatever_its_words(other: Row) -> None:
    one, (told, second, parties) = report("a", ONE), report("b", ONE)
    assert [link.incident for link in joined(one, (told, {**second, **other}, parties))] == ["e-a", "e-b"]


def test_two_sides_of_a_meeting_may_be_told_in_either_order() -> None:
    text = "Norway and Chile held talks on fishing rights in Bergen"
    reports = []
    for key, order in (("a", ("NOR", "CHL")), ("b", ("CHL", "NOR"))):
        sides = [
            party(key, side, country, country) for side, country in zip(("actor", "recipient"), order, strict=True)
        ]
        reports.append((story(key, text), event(key, text, type="CONSULT"), sides))
    assert {link.incident for link in joined(*reports)} == {"e-a"}


def test_later_stories_never_move_earlier_events() -> None:
    reports = [report("a", ONE), report("b", APART), report("c", OTHER), report("d", APART)]
    whole = joined(*reports)
    for n in range(len(reports)):
        assert joined(*reports[:n]) == whole[:n]


@given(st.lists(st.sampled_from([ONE, OTHER, APART, "Police freed a hostage in Kabul"]), max_size=6))
@settings(max_examples=30, deadline=None)
def test_every_event_has_one_link_and_an_incident_is_named_by_an_event_of_its_own(texts: list[str]) -> None:
    links = joined(*(report(str(n), text) for n, text in enumerate(texts)))
    assert len(links) == len(texts)
    firsts = {f"e-{n}" for n, link in enumerate(links) if link.why == "first report"}
    assert {link.incident for link in links} == firsts


def test_the_work_grows_with_the_number_of_events_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    """All on the same two sides and within a few days: the worst case for blocking. Comparisons are the work."""
    compared: list[int] = []

    def counted(*parts: Any) -> Features | None:
        compared.append(1)
        return features(*parts)

    monkeypatch.setattr(incidents, "features", counted)

    def comparisons(count: int) -> int:
        start = date(2019, 1, 1)
        texts = [f"Gunmen number{n % 97} killed officers of post{n} in district{n % 53}" for n in range(count)]
        days = [(start + timedelta(days=n // 40)).isoformat() for n in range(count)]
        compared.clear()
        joined(*(report(str(n), text, day=day) for n, (text, day) in enumerate(zip(texts, days, strict=True))))
        return len(compared)

    # Three times the events, no more than three times the work, once there are enough for every bucket to be full.
    few, many = comparisons(1_200), comparisons(3_600)
    assert 0 < many <= 3 * few, (few, many)
