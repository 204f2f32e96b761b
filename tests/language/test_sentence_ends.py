"""Stops that end no sentence: short titles and initials before a name."""

from __future__ import annotations

import pytest

from dateline.language import Parser
from dateline.readers import story_from_text

pytestmark = pytest.mark.model

ONE = [
    "The jets hit two camps, military spokesman Brig. Ann Lee said on Monday.",
    "Former minister K.P. Ruiz told a rally in Lima that the plan was dead.",
]


@pytest.mark.parametrize("text", ONE)
def test_a_title_or_initials_before_a_name_end_no_sentence(parser: Parser, text: str) -> None:
    """A stop that belongs to a title or to initials leaves the sentence whole."""
    assert len(parser.parse(story_from_text(text)).sentences) == 1


def test_a_state_written_with_stops_may_end_a_sentence(parser: Parser) -> None:
    """ "In the U.S. Brazil ..." are two sentences still."""
    assert len(parser.parse(story_from_text("The ship left the U.S. on Monday. Brazil waited.")).sentences) == 2
