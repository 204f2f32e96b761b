"""Names that the base holds, the longest first."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Cut

pytestmark = pytest.mark.model


def test_the_longest_name_is_taken(cut: Cut) -> None:
    """A land inside the name of a body is no piece of its own."""
    pieces = cut("The Bank of England raised rates.")
    assert "England" not in pieces
    assert pieces["Bank of England"].entity is not None


def test_one_of_a_party_is_the_partys(cut: Cut) -> None:
    """A single word for a member is found under the party's name."""
    assert cut("She ran as a Democrat.")["Democrat"].entity is not None


def test_a_direction_before_a_name_is_no_body(cut: Cut) -> None:
    """ "West" is a body by itself, and part of "West African"."""
    assert not any(p.text == "West" and p.entities for p in cut("The West African leaders met.").values())
