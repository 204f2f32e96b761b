"""Names that the base does not hold, by their capitals."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Cut

pytestmark = pytest.mark.model


def test_an_unknown_name_runs_to_its_last_capital(cut: Cut) -> None:
    """A name is one piece with its hyphens, and nothing is known of it."""
    piece = cut("He works for Zobrak-Tarn Systems.")["Zobrak-Tarn Systems"]
    assert (piece.entities, piece.country, piece.noun) == ((), None, None)


def test_a_known_noun_ends_an_unknown_name(cut: Cut) -> None:
    """Who is called a spokesman is one, whatever name stands before him."""
    assert cut("Zobrak Tarn spokesman Ivan Roe declined.").keys() >= {"spokesman", "Ivan Roe"}
