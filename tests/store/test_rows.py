"""Every part of a record reaches its column."""

from __future__ import annotations

from dateline.model import CodedStory
from dateline.store import rows_of


def test_an_event_is_one_flat_row(coded: CodedStory) -> None:
    (row,) = rows_of(coded)["events"]
    assert (row["type"], row["modes"], row["actor_country"], row["recipient_country"]) == (
        "THREATEN",
        "restrict;expel",
        "NOR",
        "CHL",
    )
    assert (row["date"], row["date_begin"], row["date_precision"]) == ("2019-05-06", "2019-05-06", "day")
    assert (row["place"], row["place_text"], row["place_country"], row["geonameid"]) == (
        "Bergen",
        "BERGEN",
        "NOR",
        3161732,
    )
    assert (row["dead_low"], row["dead_high"], row["dead_text"]) == (3, 4, "3 or 4")
    assert (row["said_by"], row["said_by_chain"], row["speech_act"]) == ("Kari Li", "Kari Li", "warns")
    assert (row["trigger"], row["text"], row["mentions"], row["decided_by"]) == (
        "warned",
        "Norway warned Chile",
        2,
        "frame x",
    )
    assert coded.story.text[row["start"] : row["end"]] == row["text"]


def test_a_number_too_great_for_its_column_is_capped(coded: CodedStory) -> None:
    (row,) = rows_of(coded)["events"]
    assert (row["size_low"], row["size_high"]) == (2**31 - 1, None)


def test_actors_recipients_and_speakers_are_rows_of_their_own(coded: CodedStory) -> None:
    rows = rows_of(coded)["event_actors"]
    assert [(r["side"], r["name"], r["country"]) for r in rows] == [
        ("actor", "Norway", "NOR"),
        ("recipient", "Chile", "CHL"),
        ("speaker", "Kari Li", "NOR"),
    ]
    speaker = rows[2]
    assert (speaker["role"], speaker["office"], speaker["role_since"], speaker["stale"]) == (
        "Minister of Fisheries",
        "minister",
        "2018-01-02",
        True,
    )
    assert (speaker["speech_act"], speaker["statement_id"]) == ("warns", "st1")


def test_evidence_of_events_and_ties_points_into_the_text(coded: CodedStory) -> None:
    rows = rows_of(coded)["evidence"]
    assert [(r["record"], r["record_id"], r["position"]) for r in rows] == [
        ("event", "e1", 0),
        ("event", "e1", 1),
        ("event", "e1", 2),
        ("tie", "t1", 0),
    ]
    assert all(coded.story.text[r["start"] : r["end"]] == r["text"] for r in rows)


def test_a_statement_keeps_all_pieces_of_its_content(coded: CodedStory) -> None:
    (row,) = rows_of(coded)["statements"]
    assert row["content"] == "Norway warned Chile … 3 or 4"
    assert len(row["spans"].split(";")) == 2
    assert (row["speaker"], row["speaker_role"], row["addressee"], row["cue"]) == (
        "Kari Li",
        "Minister of Fisheries",
        "Chile",
        "told",
    )


def test_a_tie_has_its_parties_as_rows(coded: CodedStory) -> None:
    rows = rows_of(coded)
    assert [(r["side"], r["country"]) for r in rows["tie_parties"]] == [
        ("party", "NOR"),
        ("party", "CHL"),
        ("speaker", "NOR"),
    ]
    assert (rows["ties"][0]["countries"], rows["ties"][0]["since"]) == ("NOR;CHL", "2016")


def test_a_story_s_row_holds_its_facts_and_counts(coded: CodedStory) -> None:
    (row,) = rows_of(coded)["stories"]
    assert (row["events"], row["statements"], row["ties"], row["notes"]) == (1, 1, 1, "one; two")
    assert row["segments"].startswith("dateline:0-21;paragraph:22-")
