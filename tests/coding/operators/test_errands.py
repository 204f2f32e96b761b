"""What somebody says by going, calling or speaking somewhere."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, Sides, sides_of

from dateline.model import EventType

pytestmark = pytest.mark.model

SAID: list[tuple[str, Sides]] = [
    ("Benin's president telephoned his Nigerian colleague to ask for the release of two pilots.", (EventType.REQUEST, {"BEN"}, {"NGA"})),
    ("Estonia's premier went on television to accuse Russia of piracy.", (EventType.ACCUSE, {"EST"}, {"RUS"})),
    ("Bolivia's president used a speech in La Paz to thank Cuba for its doctors.", (EventType.SUPPORT, {"BOL"}, {"CUB"})),
    ("Jordan's finance minister flew to Riyadh to plead for a loan.", (EventType.REQUEST, {"JOR"}, {"SAU"})),
    ("The Nepalese foreign minister visited Delhi to urge India to reopen the crossing.", (EventType.REQUEST, {"NPL"}, {"IND"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), SAID)
def test_what_one_calls_speaks_or_travels_to_say_is_said(code: Code, text: str, event: Sides) -> None:
    """The call, the speech or the journey does it; whoever it reaches is the recipient where the words name none."""
    assert event in sides_of(code(text).events)


@pytest.mark.parametrize(
    "text",
    [
        "Estonia's premier wants to go on television to accuse Russia of piracy.",
        "Estonia's premier hired a lawyer to accuse Russia of piracy.",
        "Estonia's premier will go on television to accuse Russia of piracy.",
    ],
)
def test_what_one_is_yet_to_say_is_not_said(code: Code, text: str) -> None:
    """A wish, a purpose under another verb and what lies ahead accuse nobody."""
    assert EventType.ACCUSE not in {event.type for event in code(text).events}
