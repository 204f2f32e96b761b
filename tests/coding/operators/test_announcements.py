"""What a side announces of itself in the future."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, Sides, sides_of

from dateline.model import EventType

pytestmark = pytest.mark.model

ANNOUNCED: list[tuple[str, Sides]] = [
    ("Latvia would rebuild the school in Nepal, its foreign minister said.", (EventType.AGREE, {"LVA"}, {"NPL"})),
    ("Gabon's president said the soldiers would be gone by Monday.", (EventType.CONCEDE, {"GAB"}, set())),
    ("Togo would shut the pipeline if Ghana raised its fees, Togo's energy minister said.", (EventType.THREATEN, {"TGO"}, {"GHA"})),
    ("Malawi's army would strike again if Zambian guns fired, its chief said.", (EventType.THREATEN, {"MWI"}, {"ZMB"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), ANNOUNCED)
def test_a_deed_of_ones_own_side_in_the_future_is_promised_or_threatened(code: Code, text: str, event: Sides) -> None:
    """Help is AGREE, what is yielded CONCEDE, a hostile step under a condition THREATEN to whoever may fulfil it."""
    assert event in sides_of(e for e in code(text).events if e.content_of is None)


@pytest.mark.parametrize(
    "text",
    [
        "The Latvian baker would open a shop in Nepal, his wife said.",
        "The Ghanaian striker would leave if a good offer came, his agent said.",
        "Malawi would win the cup, a Zambian coach said.",
    ],
)
def test_plans_of_private_people_are_no_news(code: Code, text: str) -> None:
    """Nobody who answers for a side speaks."""
    assert not {EventType.AGREE, EventType.CONCEDE, EventType.THREATEN} & {e.type for e in code(text).events}
