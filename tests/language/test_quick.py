"""Names and words read for a whole batch at once are those that the pipeline's own steps give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.language import DEFAULT_PIPELINE, Parser, find_pipeline
from dateline.language.names import NameFinder
from dateline.language.words import WordRules
from dateline.model import ParsedStory
from dateline.readers import story_from_text

pytestmark = pytest.mark.model
LINKED = Path(__file__).parents[1] / "linked"
ODD = [
    "There's no doubt that there are talks. Let's go: y'all gonna come, ain't it? She's gotta leave, c'mon.",
    "Don't they have to do it? He did. It is I who told you.",
    "A  B   C\n\nPrime Minister Shinzo Abe met\nU.S. President Donald Trump in Mar-a-Lago.",
    "Monday",
    "..." * 5,
    "Sales rose 3.5 percent to $1.2 bln in the U.K., Royal Dutch Shell said on Tuesday. " * 8,
]


@pytest.fixture(scope="module")
def parsers() -> tuple[Parser, Parser]:
    """The quick way, and the pipeline's own."""
    import spacy

    return Parser.load(), Parser(spacy.load(find_pipeline(DEFAULT_PIPELINE), exclude=["senter"]), name="own")


def texts() -> list[str]:
    rows = (LINKED / "copies.jsonl").read_text("utf-8").splitlines()[:240:4]
    return [*ODD, *(json.loads(row)["text"] for row in rows)]


def parsed(parser: Parser) -> list[ParsedStory]:
    return list(parser.parse_many(story_from_text(text) for text in texts()))


def test_a_batch_read_at_once_is_the_batch_read_step_by_step(parsers: tuple[Parser, Parser]) -> None:
    quick, own = parsers
    for one, other in zip(parsed(quick), parsed(own), strict=True):
        assert one == other


def test_a_second_reading_with_what_was_remembered_is_the_same(parsers: tuple[Parser, Parser]) -> None:
    quick, _ = parsers
    assert parsed(quick) == parsed(quick)


def test_a_text_alone_is_parsed_as_among_others(parsers: tuple[Parser, Parser]) -> None:
    quick, _ = parsers
    alone = [quick.parse(story_from_text(text)) for text in texts()[:12]]
    assert alone == parsed(quick)[:12]


def test_a_pipeline_of_another_make_is_left_to_its_own_steps() -> None:
    import spacy

    blank = spacy.blank("en")
    assert NameFinder.of(blank) is None
    assert WordRules.of(blank) is None
    ruled = spacy.load(find_pipeline(DEFAULT_PIPELINE), exclude=["senter"])
    ruled.get_pipe("attribute_ruler").add([[{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}]], {"POS": "X"})  # type: ignore[attr-defined]
    assert WordRules.of(ruled) is None
