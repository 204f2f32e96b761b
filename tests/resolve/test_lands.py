"""Countries by what they are to others, and "the state"."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "head", "country"),
    [
        ("Peru sent a note to its old rival, Chile.", "rival", "CHL"),
        ("Officials met the king of Norway, whose country sells gas.", "country", "NOR"),
        ("Peru's police left the town. Villagers in Peru blame the state.", "state", "PER"),
    ],
)
def test_a_word_for_a_country_is_the_country_meant(read: Read, text: str, head: str, country: str) -> None:
    """A rival is the one named beside it, "whose country" its ruler's, "the state" the one of the scene."""
    found = told(at(read(text), head))
    assert found.country == country


def test_a_chamber_of_many_states_is_that_of_the_story(read: Read) -> None:
    """The lower house of a report from Canada is Canada's, of one from London the United Kingdom's."""
    for text, country in (
        ("Canada's minister spoke in Ottawa. The House of Commons voted.", "CAN"),
        ("Britain's minister spoke in London. The House of Commons voted.", "GBR"),
    ):
        found = at(read(text), "House")
        assert found is not None
        assert found.resolution is not None
        assert (found.resolution.country, found.resolution.sectors) == (country, ("LEG",))


def test_ministers_from_many_countries_are_of_none_of_them(read: Read) -> None:
    """The story's own country is not given to them; governors of one country's states keep it."""
    for text, head, country in (
        ("Peru's president spoke in Lima. Ministers and envoys from 61 countries met.", "Ministers", None),
        ("The U.S. president spoke in Washington. Governors of nine states met.", "Governors", "USA"),
    ):
        found = at(read(text), head)
        assert found is not None
        assert found.resolution is not None
        assert found.resolution.country == country
