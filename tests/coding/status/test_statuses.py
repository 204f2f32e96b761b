"""Which status a draft has as an event."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chile said that it would reject the Peruvian plan.", Status.HAPPENED),
        ("Chile plans to warn Peru.", Status.PLANNED),
        ("Chile's president visited Peru on Monday.", Status.HAPPENED),
    ],
)
def test_who_says_that_he_will_refuse_has_refused_and_who_plans_to_warn_has_not_warned(
    code: Code, text: str, status: Status
) -> None:
    """What words do is done in saying them, but for those that are only planned."""
    assert [event.status for event in code(text).events] == [status]
