"""Whether a story is one of politics, and whether the trigger model reads it whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.political import is_politics, is_read_whole


@given(st.integers(0, 60), st.integers(1, 90))
def test_a_story_that_tells_more_is_no_less_one_of_politics(events: int, sentences: int) -> None:
    """Of stories of one length, the one with an event more is at least as political."""
    assert is_politics(events + 1, sentences) >= is_politics(events, sentences)
    assert is_read_whole(events + 1, sentences) >= is_read_whole(events, sentences)


@given(st.integers(0, 60))
def test_one_sentence_and_a_feature_are_never_read_whole(events: int) -> None:
    """However much they tell."""
    assert not is_read_whole(events, 1)
    assert not is_read_whole(events, 25)
