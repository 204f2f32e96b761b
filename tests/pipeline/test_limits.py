"""A story that asks for too much work is refused with a reason; others are coded."""

from __future__ import annotations

from dateline.model import ParsedStory, SegmentKind, Sentence, Story
from dateline.pipeline.limits import STORY_WORK, too_much_work


def _story(*lengths: int) -> ParsedStory:
    sentences, first = [], 0
    for i, length in enumerate(lengths):
        sentences.append(Sentence(i, first, first + length, first, 0, 0, 0, SegmentKind.PARAGRAPH))
        first += length
    return ParsedStory(story=Story(id="a", text=""), tokens=(), sentences=tuple(sentences), names=())


def test_a_story_of_ordinary_sentences_is_within_the_limit() -> None:
    assert too_much_work(_story(*[25] * 8000)) is None


def test_work_above_the_limit_is_named_with_the_longest_sentence() -> None:
    reason = too_much_work(_story(int(STORY_WORK**0.5) + 1, 3))
    assert reason is not None
    assert "limit 10000000" in reason
    assert "3163 tokens" in reason
