"""Who acts in the sentence of a pair."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_who_thanks_both_countries_is_neither(read: Read) -> None:
    """The land of whoever does something to two countries is none of the two."""
    text = "Peru wrote to Chile. Chile wrote to Bolivia. Peru's envoy thanked both countries."
    assert set(told(at(read(text), "countries")).countries) == {"CHL", "BOL"}


def test_who_speaks_of_what_is_between_the_two_is_of_one(read: Read) -> None:
    """The land of whoever speaks of ties "between the two countries" is one of them."""
    text = "Chile praised Bolivia. Chile fears Bolivia. Peru's envoy praised ties between the two countries."
    assert "PER" in told(at(read(text), "countries")).countries
