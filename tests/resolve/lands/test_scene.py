"""The lands that a story is about."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told


@pytest.mark.parametrize(
    ("text", "word", "land", "sector"),
    [
        ("India and China agreed. Congress leaders met in New Delhi.", "leaders", "IND", "PTY"),
        ("Voters in Peru waited. A Congress commission met in Lima.", "commission", "PER", "LEG"),
        ("India protested. U.S. Congress leaders met. Congress members said no.", "members", "USA", "LEG"),
    ],
)
def test_an_organ_that_describes_is_of_the_storys_land(
    placed: Read, text: str, word: str, land: str, sector: str
) -> None:
    """ "Congress leaders" are a party's in India, a chamber's in Peru and American where America is told of."""
    found = told(at(placed(text), word))
    assert (found.country, found.sectors[:1]) == (land, (sector,))


def test_georgia_is_the_country_where_only_america_is_named(placed: Read) -> None:
    """A report that names the United States and nothing of its own affairs may well mean the country."""
    found = told(at(placed("The United States sent envoys. Georgia replied on Monday."), "Georgia"))
    assert found.country == "GEO"


def test_georgia_is_a_state_in_american_affairs(placed: Read) -> None:
    """Where American parties and other states vote, Georgia is no country."""
    text = "Republicans in the United States voted on Monday. Georgia and Texas followed."
    found = at(placed(text), "Georgia")
    assert found is None or found.resolution is None or found.resolution.country != "GEO"


def test_a_land_that_only_the_opening_of_a_sentence_names_breaks_nothing(placed: Read) -> None:
    """Somebody speaks in Brussels, and Belgium is counted nowhere."""
    text = (
        "In Brussels Peter Novak urged both banks to sit down to talks.\n\nMoscow and Kyiv said nothing. "
        "Russia and Ukraine kept silent. Chisinau did not answer."
    )
    assert told(at(placed(text), "Chisinau")).country == "MDA"
