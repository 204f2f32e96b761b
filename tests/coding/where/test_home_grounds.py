"""When an event is taken to happen at home."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, places_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        (
            "QUITO, Oct 3 (AP) - Peru's premier left.\n\nChilean police shot nine Peruvian farmers here.",
            "ASSAULT",
            "ECU",
        ),
        ("QUITO, Oct 3 (AP) - A bomb killed nine Ecuadorean farmers on Monday.", "ASSAULT", "ECU"),
        ("Chad's police arrested two Chadian editors on Monday.", "COERCE", "TCD"),
    ],
)
def test_a_deed_is_done_here_in_the_report_s_own_land_or_in_that_of_all_parties(
    code: Code, text: str, event_type: str, expected: str
) -> None:
    assert expected in places_of(code(text), event_type)
