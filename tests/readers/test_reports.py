"""Parts of a report to a story."""

from __future__ import annotations

import io
from datetime import datetime

from tests.readers.samples import coded

from dateline.model import Rejected, Story, StoryStatus
from dateline.readers.dates import Dated
from dateline.readers.inputs import Input
from dateline.readers.limits import HEADLINE_CHARS, STORY_CHARS
from dateline.readers.reports import Report, one_line, short, to_story

SOURCE = Input(origin="in.xml", stream=io.BytesIO(b""))


def made(**parts: object) -> Story:
    found = to_story(Report(**{"body": "Envoys met.", **parts}), SOURCE)  # type: ignore[arg-type]
    assert isinstance(found, Story)
    return found


def test_a_headline_stands_above_the_body_once() -> None:
    assert coded(made(headline="Talks in Riga")) == ["Talks in Riga", "Envoys met."]
    assert coded(made(headline="Talks in Riga", body="TALKS IN RIGA\n\nEnvoys met.")) == [
        "TALKS IN RIGA",
        "Envoys met.",
    ]


def test_tags_of_a_headline_are_fields_and_not_coded() -> None:
    story = made(headline="CORRECTED-UPDATE 2-Talks in Riga")
    assert (story.update_no, story.status) == (2, StoryStatus.CORRECTED)
    assert coded(story)[0] == "Talks in Riga"


def test_the_text_s_own_dateline_fills_what_the_format_leaves_out() -> None:
    story = made(body="RIGA, March 4 (AFP) - Envoys met.", dateline_place="RIGA", published=Dated(datetime(2019, 3, 5)))
    assert story.dateline is not None
    assert (story.dateline.place, str(story.dateline.date), story.agency) == ("Riga", "2019-03-04", "AFP")


def test_too_much_and_nothing_are_rejected_and_a_monstrous_headline_is_left_out() -> None:
    for body, words in (("x" * (STORY_CHARS + 1), "above the limit"), ("  ", "no text")):
        found = to_story(Report(body=body, id="a"), SOURCE, position="item 2")
        assert isinstance(found, Rejected)
        assert words in found.reason
        assert (found.story_id, found.position) == ("a", "item 2")
    story = made(headline="x" * (HEADLINE_CHARS + 1))
    assert story.headline is None
    assert any("left out" in note for note in story.notes)


def test_short_fields_are_one_line_of_text_that_can_be_stored() -> None:
    assert one_line(" a\n b\ud800\x00 ") == "a b?"
    assert one_line(3) is None
    assert short("x" * 999) == "x" * 300


def test_a_withdrawn_report_without_text_is_a_story_with_nothing_to_code() -> None:
    story = made(body="", status=StoryStatus.WITHDRAWN, withdrawal="Wrong name")
    assert coded(story) == []
    assert story.text == "Wrong name"
