"""Sentences are cut into pieces, the longest first."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Cut

pytestmark = pytest.mark.model


def test_a_land_written_small_is_one_by_the_parsers_word(cut: Cut) -> None:
    """A land in small letters is a piece; the thing of that name is none."""
    assert cut("Debts were cancelled. Ministers in peru said that kenya agreed.")["Kenya"].names_country
    assert "Turkey" not in cut("They ate turkey and left.")


def test_a_land_before_a_road_is_a_longer_name(cut: Cut) -> None:
    """A street that bears a land's name tells of no land."""
    assert not any(p.country for p in cut("A bus burned on Jordan Street on Monday.").values())


def test_a_part_of_the_world_is_not_the_united_states(cut: Cut) -> None:
    """ "American" is a land's only where no wider name holds it."""
    assert not any(p.country for p in cut("The Central American leaders met.").values())
    assert cut("The American leaders met.")["American"].names_country
