"""What an anniversary remembers, and how long ago."""

from __future__ import annotations

import pytest

from dateline.coding.when.jubilees import anniversary_over, years_of
from dateline.language import Parser
from dateline.readers import story_from_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("They marked the 20th anniversary of the bombing.", 20),
        ("They marked the fifth anniversary of the bombing.", 5),
        ("They marked the centenary of the bombing.", 100),
        ("They marked the anniversary of the bombing.", None),
    ],
)
def test_an_anniversary_says_how_many_years_ago_its_event_was(parser: Parser, text: str, years: int | None) -> None:
    parsed = parser.parse(story_from_text(text, id="s"))
    event = next(t for t in parsed.tokens if t.lemma == "bombing")
    noun = anniversary_over(parsed, event)
    assert noun is not None
    assert years_of(parsed, noun) == years
