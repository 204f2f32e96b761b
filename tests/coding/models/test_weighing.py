"""What speaks against an event that a story tells by the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dateline
from dateline.coding.models.second_opinion import SETTINGS
from dateline.coding.models.weighing import LIMIT, limit_of
from dateline.model import Sureness

NEWS = "OSLO, May 4 (Reuters) - Norway expelled two Chilean diplomats on Monday."
ASIDE = "They praise the government, and it supports them by sending fish."
PLAIN = "The old harbour lies behind a row of wooden houses, and gulls sit on the rails all day."


@given(st.integers(0, 60), st.integers(1, 60))
def test_a_story_that_tells_more_is_never_weighed_more_strictly(events: int, sentences: int) -> None:
    """Of stories of one length, the one with an event more has no lower limit."""
    fewer, more = limit_of(events, sentences), limit_of(events + 1, sentences)
    assert more is None or (fewer is not None and fewer <= more)


@given(st.integers(0, 60), st.integers(25, 90))
def test_of_a_long_story_events_are_always_weighed(events: int, sentences: int) -> None:
    """A feature tells by the way however much it tells."""
    assert limit_of(events, sentences) == LIMIT


@pytest.mark.model
@pytest.mark.parametrize(("weighs", "told"), [(True, ["SANCTION"]), (False, ["SANCTION", "SUPPORT"])])
def test_a_deed_told_by_the_way_is_left_out_of_a_feature_and_news_is_not(weighs: bool, told: list[str]) -> None:
    """In a long story of one piece of news a habit of nobody in particular is written only where nothing is weighed."""
    coder = dateline.load()
    coder.coder._setting = replace(SETTINGS[Sureness.BALANCED], weighs=weighs)
    text = "\n\n".join([NEWS, *[PLAIN] * 26, ASIDE])
    assert [e.type.value for e in coder.code(text, published="2020-05-04").events] == told


@pytest.mark.model
def test_the_same_words_stand_in_a_short_report() -> None:
    """Where every second sentence tells an event, nothing is weighed."""
    told = dateline.load().code(f"{NEWS}\n\n{ASIDE}", published="2020-05-04").events
    assert "SUPPORT" in {e.type.value for e in told}


def test_the_setting_for_recall_weighs_nothing() -> None:
    """Whoever asks for recall gets what the frames find."""
    assert [setting for setting, found in SETTINGS.items() if not found.weighs] == [Sureness.RECALL]
