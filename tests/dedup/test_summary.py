"""An incident's row says what its events say together, and keeps what they disagree about."""

from __future__ import annotations

from typing import Any

from dateline.dedup import IncidentRows, Link
from dateline.store import TABLES

Row = dict[str, Any]


def event(key: str, **other: Any) -> Row:
    return {
        **{column.name: None for column in TABLES["events"].columns},
        "event_id": key,
        "story_id": f"s{key}",
        **other,
    }


def story(key: str, agency: str | None, day: str, group: str | None = None) -> Row:
    return {"story_id": f"s{key}", "agency": agency, "publisher": "Daily", "day": day, "dup_group": group or f"s{key}"}


def gathered() -> list[Row]:
    rows = IncidentRows()
    base = {"type": "ASSAULT", "modes": "", "status": "happened"}
    rows.add(
        Link("a", 1.0, "first report"),
        event("a", **base, date="2019-05-06", dead_low=3, dead_high=3),
        story("a", "AFP", "2019-05-06"),
    )
    rows.add(
        Link("a", 0.7, "words"),
        event("b", **base, date="2019-05-06", dead_low=5, dead_high=None),
        story("b", None, "2019-05-08"),
    )
    rows.add(Link("a", 0.9, "words"), event("c", **base, date="2019-05-07"), story("c", "AFP", "2019-05-07", "sa"))
    rows.add(Link("d", 1.0, "first report"), event("d", **base), story("d", "AP", "2019-05-07"))
    return list(rows.rows())


def test_stories_reports_and_agencies_are_counted_each_once() -> None:
    first, other = gathered()
    assert (first["n_events"], first["n_stories"], first["n_reports"], first["n_agencies"]) == (3, 3, 2, 2)
    assert first["agencies"] == "AFP;Daily"
    assert (str(first["first_report"]), str(first["last_report"])) == ("2019-05-06", "2019-05-08")
    assert (first["incident_id"], first["event_id"], other["incident_id"]) == ("ia", "a", "id")
    assert first["score"] == 0.7


def test_disagreements_keep_every_date_and_figure() -> None:
    first, other = gathered()
    assert first["disagreements"] == "date;dead"
    assert first["dates"] == "2019-05-06:2;2019-05-07:1"
    assert first["date"] == "2019-05-06"
    assert (first["dead_low"], first["dead_high"], first["dead_counts"]) == (3, 3, "3:1;5-:1")
    assert other["disagreements"] is None


def test_rows_have_the_columns_of_the_table() -> None:
    for row in gathered():
        assert set(row) == {column.name for column in TABLES["incidents"].columns}


def test_events_of_withdrawn_stories_keep_their_place_and_count_for_nothing() -> None:
    rows = IncidentRows()
    base = {"type": "ASSAULT", "modes": "", "status": "happened", "quad_class": "Material conflict"}
    link = Link("a", 0.8, "words")
    why = "withdrawn by k: wrong town"
    listed = [
        rows.add(link, event("a", **base, date="2019-05-05", dead_low=90, dead_high=90, withdrawn=why), story("a", "AFP", "2019-05-05")),
        rows.add(link, event("b", **base, date="2019-05-06", dead_low=3, dead_high=3), story("b", "AP", "2019-05-06")),
    ]  # fmt: skip
    (row,) = rows.rows()
    assert [(r["event_id"], r["position"]) for r in listed] == [("a", 0), ("b", 1)]
    assert (row["n_events"], row["n_stories"], row["n_reports"], row["n_agencies"], row["n_withdrawn"]) == (
        1,
        1,
        1,
        1,
        1,
    )
    assert (row["incident_id"], row["dead_low"], row["dead_high"], row["date"]) == ("ia", 3, 3, "2019-05-06")
    assert (row["disagreements"], str(row["first_report"]), row["withdrawn"]) == (None, "2019-05-06", None)


def test_an_incident_whose_every_event_is_withdrawn_says_why() -> None:
    rows = IncidentRows()
    rows.add(Link("a", 1.0, "first report"), event("a", type="ASSAULT", withdrawn="withdrawn by k"), story("a", "AFP", "2019-05-05"))  # fmt: skip
    (row,) = rows.rows()
    assert (row["withdrawn"], row["n_withdrawn"], row["type"]) == ("withdrawn by k", 1, "ASSAULT")
