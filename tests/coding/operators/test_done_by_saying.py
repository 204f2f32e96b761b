"""What the words above an event do by being said."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.model import EventType, Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"I want to thank Norway," the Swedish premier said.', EventType.SUPPORT),
        ("The council of Peru decided to condemn Chile.", EventType.ACCUSE),
    ],
)
def test_who_says_that_he_wants_to_thank_thanks_and_who_decides_to_condemn_condemns(
    code: Code, text: str, kind: EventType
) -> None:
    """The deed is done in the saying."""
    assert [(event.type, event.status) for event in code(text).events] == [(kind, Status.HAPPENED)]


@pytest.mark.parametrize(
    "text",
    ["Sweden's premier wants to thank Norway.", "The council of Peru will decide whether to condemn Chile."],
)
def test_the_wish_of_another_and_a_decision_to_come_do_nothing(code: Code, text: str) -> None:
    """Nobody is thanked or condemned yet."""
    assert not code(text).events
