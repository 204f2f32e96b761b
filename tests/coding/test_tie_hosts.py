"""With whom or where forces, embassies and embargoes are kept."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, ties_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman has let Britain use the port as a base since 2001.", {"GBR", "OMN"}),
        ("Chad, where 500 Kenyan soldiers serve in a joint force, complained.", {"KEN", "TCD"}),
        ("Kenya still has 300 soldiers next door in Chad.", {"KEN", "TCD"}),
        ("Chad, its ally and home to 500 Kenyan soldiers, complained.", {"KEN", "TCD"}),
        ("Kenyan soldiers train recruits in Chad.", {"KEN", "TCD"}),
        ("Sweden looks after Canadian interests in Chad.", {"SWE", "CAN", "TCD"}),
    ],
)
def test_a_host_is_who_lets_houses_or_is_told_of_behind_the_verb(code: Code, text: str, expected: set[str]) -> None:
    assert expected in [parties for _, parties, _ in ties_of(code(text, day="2019-10-03"))]


@pytest.mark.parametrize(
    "text",
    [
        "Oman will let Britain use the port as a base.",
        "Kenyan soldiers trained recruits in Chad.",
        "Kenya has a commission with Chad.",
    ],
)
def test_what_is_to_come_or_past_is_kept_nowhere(code: Code, text: str) -> None:
    assert code(text, day="2019-10-03").ties == ()
