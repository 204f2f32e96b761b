"""Who is kept somewhere, and who only is there."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, ties_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan soldiers are stationed in Chad.",
        "The president of Kenya has 2,000 men in Chad.",
        "Kenyan soldiers serve in Chad.",
    ],
)
def test_soldiers_in_another_land_are_kept_there(code: Code, text: str) -> None:
    assert ties_of(code(text)) == [("deployment", frozenset({"KEN", "TCD"}), None)]


@pytest.mark.parametrize(
    "text",
    [
        "Danish soldiers are stationed in Odense.",
        "A Kenyan pilot has been in Chad since 2011.",
        "The African Union, which is based in Addis Ababa, met.",
        "Chadians serve in the Kenyan army.",
    ],
)
def test_men_at_home_or_alone_bodies_and_those_in_an_army_are_kept_nowhere(code: Code, text: str) -> None:
    assert "deployment" not in {kind for kind, _, _ in ties_of(code(text))}


def test_the_seat_of_a_body_is_no_base(code: Code) -> None:
    assert not [
        t for t in code("Guyana houses the headquarters of the Caribbean Community.").ties if t.kind == "deployment"
    ]


def test_a_state_s_envoy_is_accredited(code: Code) -> None:
    story = code("Kenya's ambassador, who has been posted in Chad since 2011, wept.", day="2019-10-03")
    assert ties_of(story) == [("accreditation", frozenset({"KEN", "TCD"}), "2011")]
