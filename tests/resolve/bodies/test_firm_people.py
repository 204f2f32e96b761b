"""Whose presidents and analysts are a firm's."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told


@pytest.mark.parametrize(
    ("text", "head", "sector"),
    [
        ("An analyst at Merrill Varnholm said prices would fall.", "analyst", "BUS"),
        ("The president and chief executive of Varnholm left.", "president", "BUS"),
        ("The president of Peru left.", "president", "GOV"),
    ],
)
def test_a_name_that_is_no_lands_makes_a_firms_people(read: Read, text: str, head: str, sector: str) -> None:
    """Who heads or studies for a name that nobody knows is of business; who heads a land rules."""
    assert told(at(read(text), head)).sectors[:1] == (sector,)
