"""Capitals and seats of power: when they stand for a government."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model

GOVERNMENT = [
    ("Moscow accused Kyiv of shelling the town.", "Moscow", "RUS"),
    ("Talks between Ankara and Athens failed.", "Ankara", "TUR"),
    ("Talks between Ankara and Athens failed.", "Athens", "GRC"),
    ("The minister criticised Tokyo's decision.", "Tokyo", "JPN"),
    ("The Kremlin denied the report.", "Kremlin", "RUS"),
]
PLACE = [
    ("Protesters gathered in Moscow.", "Moscow"),
    ("Rebels shelled Kyiv at dawn.", "Kyiv"),
    ("The plane flew from Ankara to Athens.", "Athens"),
    ("Flights left Tokyo's airport on time.", "Tokyo"),
]


@pytest.mark.parametrize(("text", "head", "country"), GOVERNMENT)
def test_acting_capital_is_the_government(read: Read, text: str, head: str, country: str) -> None:
    """A capital that acts, is addressed or negotiates has sector GOV."""
    mention = told(at(read(text), head))
    assert (mention.country, mention.sectors) == (country, ("GOV",))


@pytest.mark.parametrize(("text", "head"), PLACE)
def test_capital_as_a_place_has_no_sector(read: Read, text: str, head: str) -> None:
    """A capital that is only a place keeps no sector and a low score."""
    mention = told(at(read(text), head))
    assert mention.sectors == ()
    assert mention.score < 0.5
