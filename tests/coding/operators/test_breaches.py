"""Who tells of a broken word reproaches whoever broke it."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, sides_of

from dateline.model import EventType

pytestmark = pytest.mark.model


def test_a_breach_that_the_other_side_tells_is_its_reproach(code: Code) -> None:
    """The speaker accuses; whoever broke his word is the recipient."""
    assert sides_of(code("Chile broke the pact, Peru said.").events) == [(EventType.ACCUSE, {"PER"}, {"CHL"})]


@pytest.mark.parametrize(
    "text",
    ["Chile broke the pact, the Chilean minister said.", "Chile failed to agree with Peru on a price, Bolivia said."],
)
def test_no_reproach_is_what_one_tells_of_oneself_or_what_failed_without_a_duty(code: Code, text: str) -> None:
    """It stays what it is."""
    assert {kind for kind, _, _ in sides_of(code(text).events)} == {EventType.REJECT}
