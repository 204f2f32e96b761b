"""A member of two bodies of states has a relation with each."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, ties_of

pytestmark = pytest.mark.model


def test_a_state_in_two_bodies_has_a_tie_with_each(code: Code) -> None:
    story = code("Norway is a member of NATO and of the OSCE.")
    assert [kind for kind, _, _ in ties_of(story)] == ["membership", "membership"]


def test_a_body_told_of_twice_is_one(code: Code) -> None:
    story = code("Finland has been a NATO member of NATO since 2023.")
    assert [kind for kind, _, _ in ties_of(story)] == ["membership"]


def test_each_relation_keeps_the_year_beside_its_body(code: Code) -> None:
    story = code("Laos has been a member of ASEAN since 1997 and of the UN since 1955.")
    assert [since for _, _, since in ties_of(story)] == ["1997", "1955"]
