"""JSON records of the accepted shapes become stories; others are refused with what they have and what is wanted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from dateline.model import Rejected, Story
from dateline.readers import read_record

TEXT = "RIGA, May 4 (AFP) - Envoys of Norway and Latvia met."


def story(row: Any, **options: str) -> Story:
    found = read_record(row, **options)
    assert isinstance(found, Story)
    return found


def rejected(row: Any) -> Rejected:
    found = read_record(row, origin="f.jsonl", position="line 3")
    assert isinstance(found, Rejected)
    assert (found.origin, found.position, found.stage) == ("f.jsonl", "line 3", "read")
    assert found.reason
    assert found.advice
    return found


def test_the_plain_shape_is_read() -> None:
    found = story({"id": "a", "published": "2019-05-04", "title": "Envoys meet", "text": TEXT, "source": "Daily"})
    assert (found.id, found.published, found.headline) == ("a", datetime(2019, 5, 4), "Envoys meet")
    assert (found.publisher, found.agency, found.day) == ("Daily", "AFP", date(2019, 5, 4))
    assert found.notes == ()


def test_the_shape_of_ngec_is_read_and_its_publication_date_goes_first() -> None:
    row = {
        "id": 7,
        "story_id": "s",
        "date": "2019-05-01",
        "pub_date": "2019-05-04",
        "event_text": TEXT,
        "headline": "H",
    }
    found = story(row)
    assert (found.id, found.published, found.headline) == ("7", datetime(2019, 5, 4), "H")


def test_a_record_s_own_agency_and_dateline_count_and_other_keys_do_not() -> None:
    row = {"text": "Envoys met.", "agency": "Kyodo", "dateline": {"place": "Nara", "date": "2019-05-04"}, "events": [1]}
    found = story(row)
    assert found.agency == "Kyodo"
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date) == ("Nara", date(2019, 5, 4))


def test_a_story_without_a_date_is_read_and_noted_once() -> None:
    assert story({"id": "a", "text": "Envoys met."}).notes == ("no date of publication",)


def test_a_date_that_is_not_understood_is_noted_and_not_replaced() -> None:
    found = story({"id": "a", "text": "Envoys met.", "date": "soon"})
    assert found.published is None
    assert any("soon" in note for note in found.notes)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"headline": "H", "url": "u"}, "headline, url"),
        ({}, "none"),
        ({"text": ["a"]}, "list"),
        ({"text": {"a": 1}}, "object"),
        ({"text": 5}, "number"),
        ({"text": " \n"}, "empty"),
        (["text"], "list"),
        ("text", "string"),
        (None, "null"),
        ({"text": "x" * 1_000_001}, "1000001"),
    ],
)
def test_another_shape_is_refused_with_what_it_holds(row: Any, words: str) -> None:
    assert words in rejected(row).reason


def test_a_rejected_record_keeps_the_id_and_the_beginning_of_the_input() -> None:
    found = rejected({"id": "a", "note": "y" * 5_000})
    assert found.story_id == "a"
    assert len(found.raw) == 2_000


def test_lone_surrogates_of_json_do_not_reach_the_store() -> None:
    found = story({"id": "a\ud800", "text": "Envoys \udfff met.", "title": "T\ud800"})
    for value in (found.id, found.text, found.headline or ""):
        value.encode("utf-8")
    assert any("surrogate" in note for note in found.notes)
