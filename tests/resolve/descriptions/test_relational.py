"""Nouns that say only how somebody belongs to a body."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told


@pytest.mark.parametrize(
    ("text", "head", "country", "sector"),
    [
        ("A Hamas chief left Cairo.", "chief", "PSE", "REB"),
        ("The UN force in Lebanon lost two men.", "force", "UNO", "MIL"),
    ],
)
def test_the_body_tells_what_the_noun_leaves_open(read: Read, text: str, head: str, country: str, sector: str) -> None:
    """Such a noun takes land and sector from the body before it."""
    found = told(at(read(text), head))
    assert (found.country, found.sectors[:1]) == (country, (sector,))
