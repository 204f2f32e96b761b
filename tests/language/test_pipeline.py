"""The English pipeline is the one Dateline was measured with, and offsets survive it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.language import DEFAULT_PIPELINE, Parser, check_hashes, find_pipeline
from dateline.model import ModelFileError, Segment, SegmentKind, Story


def _story(text: str, *kinds: SegmentKind) -> Story:
    segments, start = [], 0
    for part, kind in zip(text.split("\n"), kinds, strict=True):
        segments.append(Segment(kind=kind, start=start, end=start + len(part)))
        start += len(part) + 1
    return Story(id="s", text=text, segments=tuple(segments))


def test_a_changed_file_of_the_pipeline_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "pipeline"
    shutil.copytree(find_pipeline(DEFAULT_PIPELINE), copy)
    check_hashes(copy)
    (copy / "meta.json").write_text("{}", "utf-8")
    with pytest.raises(ModelFileError, match=r"meta\.json"):
        check_hashes(copy)


def test_a_missing_file_of_the_pipeline_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="lacks"):
        check_hashes(tmp_path)


def test_a_pipeline_that_is_not_installed_says_how_to_install_it() -> None:
    with pytest.raises(ModelFileError, match="make install"):
        find_pipeline("no_such_pipeline_anywhere")


@pytest.mark.model
def test_only_headlines_and_paragraphs_are_parsed(parser: Parser) -> None:
    text = "3 Oct 2019\nTalks open in Geneva\nBy the desk\nEnvoys met on Monday. They left."
    kinds = (SegmentKind.PRINT_TIME, SegmentKind.HEADLINE, SegmentKind.BYLINE, SegmentKind.PARAGRAPH)
    parsed = parser.parse(_story(text, *kinds))
    assert [s.span.of(text) for s in parsed.sentences] == [
        "Talks open in Geneva",
        "Envoys met on Monday.",
        "They left.",
    ]


@pytest.mark.model
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="abc DE.,“”’é\u00a0-–!?1", min_size=1, max_size=80))
def test_token_offsets_always_point_at_the_tokens_own_characters(parser: Parser, text: str) -> None:
    parsed = parser.parse(_story(text, SegmentKind.PARAGRAPH))
    for token in parsed.tokens:
        assert len(text[token.start : token.end]) == len(token.text)
        assert token.i in parsed.tokens[token.head].children or token.head == token.i
    joined = "".join(text[t.start : t.end] for t in parsed.tokens)
    assert joined.replace(" ", "").replace("\u00a0", "") == text.replace(" ", "").replace("\u00a0", "")


@pytest.mark.model
def test_stories_parsed_together_equal_stories_parsed_alone(parser: Parser) -> None:
    stories = [
        _story(f"Minister {n} met the envoy in Vienna on Monday.", SegmentKind.PARAGRAPH) for n in ("Roe", "Poe", "Doe")
    ]
    together = list(parser.parse_many(stories, batch_size=2))
    assert together == [parser.parse(story) for story in stories]
