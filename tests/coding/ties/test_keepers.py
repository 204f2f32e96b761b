"""Who keeps something with whom."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "holder", "host"),
    [
        ("French soldiers have been stationed in Chad since 2011.", "FRA", "TCD"),
        ("Canada's sanctions against Eritrea remain in place.", "CAN", "ERI"),
        ("Oslo met the United Nations. The embargo on arms for Chad is in force.", "UNO", "TCD"),
        ("UNIFIL has patrolled the line since 1978.", "UNO", "LBN"),
        ("French soldiers have been stationed in the Sahel since 2011.", "FRA", None),
    ],
)
def test_a_relation_names_its_holder_and_its_host(code: Code, text: str, holder: str, host: str | None) -> None:
    assert [(t.holder, t.host) for t in code(text, day="2019-10-03").ties] == [(holder, host)]


def test_forces_of_whom_no_word_tells_the_land_are_nobody_s(code: Code) -> None:
    assert code("Forces have been stationed in Chad since 2011.", day="2019-10-03").ties == ()
