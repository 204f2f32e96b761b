"""A report's text becomes segments and facts; every offset stays that of the input."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import SegmentKind, Story, StoryStatus
from dateline.readers import story_from_text
from dateline.readers.limits import PARAGRAPH_CHARS

REPORT = """3 Oct 2019 18:20

UPDATE 2-Norway ready to share rescue crews with Latvia - minister

(Adds comment from Riga in paragraph 2)

By Ann Lee and Bo Dahl

BERGEN. Oct 3 (Interfax) - Norway is ready to share rescue crews with Latvia, its minister said.

"We will come when you call," he told reporters on Thursday.

Read more: Latvia tests new sirens

Latvia welcomed the offer.

(Reporting by Ann Lee; Editing by Bo Dahl)

ENDS
"""


def parts(story: Story, kind: SegmentKind) -> list[str]:
    return [segment.span.of(story.text) for segment in story.segments if segment.kind is kind]


def test_what_stands_above_and_below_the_body_is_told_apart() -> None:
    story = story_from_text(REPORT)
    assert story.text == REPORT
    assert parts(story, SegmentKind.PRINT_TIME) == ["3 Oct 2019 18:20"]
    assert parts(story, SegmentKind.HEADLINE) == ["Norway ready to share rescue crews with Latvia - minister"]
    assert parts(story, SegmentKind.BYLINE) == ["By Ann Lee and Bo Dahl"]
    assert parts(story, SegmentKind.DATELINE) == ["BERGEN. Oct 3 (Interfax) -"]
    assert [p.split()[0] for p in parts(story, SegmentKind.PARAGRAPH)] == ["Norway", '"We', "Latvia"]
    assert parts(story, SegmentKind.FURNITURE) == [
        "UPDATE 2-",
        "(Adds comment from Riga in paragraph 2)",
        "Read more: Latvia tests new sirens",
        "(Reporting by Ann Lee; Editing by Bo Dahl)",
        "ENDS",
    ]


def test_the_facts_of_the_report_are_in_fields() -> None:
    story = story_from_text(REPORT, origin="x.txt")
    assert story.published == datetime(2019, 10, 3, 18, 20)
    assert story.date_source == "print time"
    assert (story.agency, story.byline, story.update_no) == ("Interfax", "By Ann Lee and Bo Dahl", 2)
    assert story.dateline is not None
    assert (story.dateline.place, story.dateline.date) == ("Bergen", date(2019, 10, 3))
    assert story.day == date(2019, 10, 3)
    assert story.headline == "Norway ready to share rescue crews with Latvia - minister"
    assert story.notes == ()


def test_a_given_title_that_stands_in_the_text_is_its_headline_and_no_other_line_is() -> None:
    text = "Envoys meet in Riga\n\nTalks go on\n\nRIGA (AP) — Envoys met."
    story = story_from_text(text, title="Envoys Meet in Riga")
    assert story.headline == "Envoys Meet in Riga"
    assert parts(story, SegmentKind.HEADLINE)[0] == "Envoys meet in Riga"


def test_a_given_title_that_is_not_in_the_text_is_kept_but_not_coded() -> None:
    story = story_from_text("The envoys met in Riga on Monday.", title="WRAPUP 2-Envoys meet")
    assert story.headline == "WRAPUP 2-Envoys meet"
    assert story.update_no == 2
    assert parts(story, SegmentKind.HEADLINE) == []
    assert parts(story, SegmentKind.PARAGRAPH) == ["The envoys met in Riga on Monday."]


def test_a_single_sentence_is_a_paragraph_not_a_headline() -> None:
    assert parts(story_from_text("Norway and Latvia agreed to meet"), SegmentKind.PARAGRAPH) != []


def test_a_title_over_plain_lines_is_the_headline() -> None:
    story = story_from_text("Envoys to meet in Riga\nThe envoys will meet on Monday.\nNo place was named.")
    assert story.headline == "Envoys to meet in Riga"
    assert len(parts(story, SegmentKind.PARAGRAPH)) == 2


def test_a_withdrawn_report_is_not_coded_at_all() -> None:
    story = story_from_text("STORY WITHDRAWN-Envoys met\n\nRIGA (AP) — The story on envoys was wrong.")
    assert story.status is StoryStatus.WITHDRAWN
    assert {s.kind for s in story.segments} == {SegmentKind.FURNITURE}
    assert any("withdrawn" in note for note in story.notes)


def test_a_report_without_a_date_says_so_and_gets_none() -> None:
    story = story_from_text("RIGA (AP) — Envoys met.")
    assert story.published is None
    assert story.date_source == "none"
    assert story.notes == ("no date of publication",)


def test_a_dateline_with_a_year_dates_the_report() -> None:
    story = story_from_text("RIGA, May 4, 2019 (AFP) - Envoys met.")
    assert story.published == datetime(2019, 5, 4)
    assert story.date_source == "dateline"


def test_the_caller_s_date_goes_before_the_text_s() -> None:
    story = story_from_text(REPORT, published=datetime(2020, 1, 1))
    assert story.published == datetime(2020, 1, 1)
    assert story.date_source == "field"


def test_a_text_without_id_is_named_by_its_hash() -> None:
    assert story_from_text("Envoys met.").id == story_from_text("Envoys met.").id
    assert len(story_from_text("Envoys met.").id) == 16
    assert story_from_text("Envoys met.", id="a").id == "a"


def test_a_paragraph_no_parser_should_get_whole_is_cut() -> None:
    story = story_from_text("The envoys met, and " * 3_000)
    assert all(s.end - s.start <= PARAGRAPH_CHARS for s in story.segments)
    assert any("long" in note for note in story.notes)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "ENDS", "(more)", "By Ann Lee"])
def test_a_text_of_nothing_but_furniture_or_space_is_a_story_without_paragraphs_to_code(text: str) -> None:
    story = story_from_text(text)
    assert all(s.span.of(story.text).strip() for s in story.segments)


@given(st.text(alphabet="AaBb .,\n\t\"'()-–:3©\u202e\x07", max_size=400))
@settings(max_examples=200, deadline=None)
def test_segments_stand_in_order_without_overlap_inside_the_text_and_hold_all_of_it(text: str) -> None:
    story = story_from_text(text, published=datetime(2019, 1, 1))
    assert len(story.text) == len(text)
    spans = [segment.span for segment in story.segments]
    assert all(0 <= s.start < s.end <= len(story.text) for s in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(s.of(story.text).split()) for s in spans) == "".join(story.text.split())
