"""What one event becomes under one operator."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.model import EventType

pytestmark = pytest.mark.model

UNDER = [
    ("Chile promised to withdraw its troops from Peru.", [EventType.CONCEDE, EventType.RETREAT]),
    ("Chile does not plan to withdraw its troops from Peru.", [EventType.REJECT]),
    ("Chile promised not to attack Peru.", [EventType.AGREE]),
    ("Chile tried to attack Peru.", [EventType.ASSAULT]),
    ("Chile wanted to attack Peru.", []),
]


@pytest.mark.parametrize(("text", "kinds"), UNDER)
def test_a_deed_is_promised_refused_forgone_tried_or_left_open(code: Code, text: str, kinds: list[EventType]) -> None:
    """What is promised stays as the content of the promise."""
    assert [event.type for event in code(text).events] == kinds
