"""Which other predicates of a sentence happen where an event does."""

from __future__ import annotations

import pytest

from dateline.coding.where.joined_deeds import JoinedDeeds
from dateline.language import Parser
from dateline.model import EventType
from dateline.readers import story_from_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "event_type", "beside"),
    [
        ("Soldiers shelled a village in Niger, wounding six farmers.", "wounding", EventType.ASSAULT, ["shelled"]),
        ("Troops stormed a base and seized two guns.", "seized", EventType.ASSAULT, ["stormed"]),
        ("Two men were killed when troops opened fire.", "killed", EventType.ASSAULT, ["opened"]),
        ("Troops stormed a base and warned the rebels.", "warned", EventType.THREATEN, []),
    ],
)
def test_deeds_in_a_row_or_told_of_one_another_are_beside_each_other_and_words_are_not(
    parser: Parser, text: str, word: str, event_type: EventType, beside: list[str]
) -> None:
    parsed = parser.parse(story_from_text(text, id="s"))
    token = next(t for t in parsed.tokens if t.text == word)
    assert [t.text for t in JoinedDeeds(parsed).beside(token, event_type)] == beside
