"""What a compound before a noun says of it."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("US-led rebels", "USA"),
        ("US-backed rebels", "NOR"),
        ("anti-Russian rebels", "NOR"),
        ("Peruvian-born rebels", "PER"),
        ("Peruvian-born Danish rebels", "DNK"),
    ],
)
def test_the_other_half_says_whether_a_land_is_told(read: Read, words: str, country: str) -> None:
    """Led or born tells the land, backed or against tells none, so that the rebels are the story's."""
    assert told(at(read(f"Norway praised {words}."), "rebels")).country == country
