"""Names that only look like those of bodies of states."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, ties_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Peru is a member of the Andean Tourism Organisation.",
        "The African Union, which Kenya has belonged to since 1963, sent a minister.",
        "Peru and Chile belong to the eleven-nation copper bloc.",
        "Peru has belonged to ATORG since 1994.",
        "Peru is one of five OPEC states that sent a minister.",
        "NATO envoys met in Brussels. Norway has been in the alliance for 60 years.",
    ],
)
def test_a_membership_takes_a_name_that_looks_like_a_body_s_for_one(code: Code, text: str) -> None:
    assert [(kind, "IGO" in parties) for kind, parties, _ in ties_of(code(text))] == [("membership", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The singer is a member of the Lima Tourism Party.",
        "Peru is a member of the family.",
        "The villager is a member of the farm group.",
        "The pit is one of six mines in the Atacama area.",
        "Peru withdrew from the Andean Racing League in 2009.",
        "The leaders of Peru and Chile left Brussels in 2009.",
    ],
)
def test_parties_and_groups_of_people_are_no_bodies_of_states(code: Code, text: str) -> None:
    assert code(text).ties == ()
