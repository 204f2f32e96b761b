"""Kill notices in running text are told from reports about withdrawals, and name their targets."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from dateline.knowledge.codebook import data_folder, read_entries
from dateline.knowledge.notices import NoticeStyle
from dateline.knowledge.wire import WireStyle
from dateline.model import SegmentKind, StoryStatus
from dateline.readers import story_from_text

FILE = data_folder() / "readers" / "notices.toml"


def _entries(key: str) -> list[Any]:
    return [pytest.param(entry, id=str(entry["example"])) for entry in read_entries(FILE, key)]


@pytest.mark.parametrize("entry", _entries("notice"))
def test_each_kind_of_notice_is_told_by_its_example_and_not_by_its_near_miss(entry: dict[str, Any]) -> None:
    assert NoticeStyle.load().notice(entry["example"])
    assert NoticeStyle.load().notice(entry["near_miss"]) is None


@pytest.mark.parametrize("entry", _entries("target"))
def test_each_way_to_name_a_target_is_read_from_its_example(entry: dict[str, Any]) -> None:
    pattern = re.compile(entry["pattern"], re.IGNORECASE)
    assert pattern.search(entry["example"])
    assert pattern.search(entry["near_miss"]) is None


@pytest.mark.parametrize("entry", _entries("number"))
def test_a_report_s_own_number_is_read_from_its_line(entry: dict[str, Any]) -> None:
    assert NoticeStyle.load().number(entry["example"]) == entry["example"].split()[0]
    assert NoticeStyle.load().number(entry["near_miss"]) is None


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("STORY WITHDRAWN-Envoys agree to meet\n\nRIGA, March 5 (Reuters) - The story is withdrawn.", None),
        (
            "Eds: The story slugged Riga-Talks was wrong.\n\nA kill is mandatory. Make sure that it is not published.",
            "Riga-Talks",
        ),
        ("KILL KILL KILL\n\nPlease do not use our item bdt0123 about the talks in Riga.", "bdt0123"),
        ("HOLD HOLD HOLD\n\nPlease hold item int4711 until further notice.", "int4711"),
        (
            'OSLO (AP) — The Associated Press has withdrawn its story headlined "Envoys agree to meet".',
            "Envoys agree to meet",
        ),
    ],
)
def test_a_notice_is_withdrawn_with_its_target_and_nothing_of_it_is_coded(text: str, target: str | None) -> None:
    story = story_from_text(text)
    assert story.status is StoryStatus.WITHDRAWN
    assert story.supersedes == target
    assert {segment.kind for segment in story.segments} <= {SegmentKind.FURNITURE}


@pytest.mark.parametrize(
    "text",
    [
        "OSLO (AP) — Norway has withdrawn its troops. The report on the border was published in May.",
        "RIGA (AFP) - The envoy said a paper withdrew a story. He gave no reason.\n\n"
        + "Talks went on. " * 80
        + "A kill is mandatory.",
        "OSLO (AP) — The bill was withdrawn, the story of the year.",
    ],
)
def test_a_report_about_a_withdrawal_is_an_ordinary_report(text: str) -> None:
    assert story_from_text(text).status is StoryStatus.USABLE


def test_the_wire_s_number_above_the_text_is_kept() -> None:
    story = story_from_text("bdt0123 3 pl 220 dpa 0456\n\nEnvoys agree to meet\n\nRiga (dpa) - Envoys met on Monday.")
    assert story.item_no == "bdt0123"


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "(",
        "- ",
        "A. ",
        "story ",
        "KILL ",
        "x@",
        "+1 ",
        "((a",
        "item 1",
        'headline: "',
        "…",
        "the story has been ",
        "By ",
    ],
)
def test_no_pattern_of_the_readers_takes_long_on_hostile_lines(piece: str) -> None:
    """A paragraph of 20,000 characters is the longest that the patterns see."""
    style, notices = WireStyle.load(), NoticeStyle.load()
    line = piece * (20_000 // len(piece))
    started = time.perf_counter()
    for pattern in [entry.pattern for entry in style.furniture] + list(style.bylines):
        pattern.match(line)
    notices.notice(line[:600])
    notices.target(line[:600])
    assert time.perf_counter() - started < 1


def test_a_hostile_text_of_a_megabyte_is_read_in_seconds() -> None:
    for piece in ("A. ", "x@y ", "((a ", "By A ", "KILL "):
        started = time.perf_counter()
        story_from_text(piece * (200_000 // len(piece)))
        assert time.perf_counter() - started < 5, piece
