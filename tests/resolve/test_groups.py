"""Pairs such as "the two countries" and "both leaders"."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at

pytestmark = pytest.mark.model

CASES = [
    ("Kenya and Somalia argue over a border. The two countries will meet.", "countries", {"KEN", "SOM"}),
    ("Vladimir Putin met Rodrigo Duterte. The two leaders shook hands.", "leaders", {"RUS", "PHL"}),
    ("Poland and Latvia signed a pact. Both sides praised it.", "sides", {"POL", "LVA"}),
    (
        "Peru and Chile share a border. The governments of the two countries agreed on patrols.",
        "governments",
        {"PER", "CHL"},
    ),
]


@pytest.mark.parametrize(("text", "head", "countries"), CASES)
def test_pair_covers_both_countries(read: Read, text: str, head: str, countries: set[str]) -> None:
    """A pair stands for the two that the story named, as countries and as parts."""
    resolved = read(text)
    mention = at(resolved, head)
    assert mention is not None
    assert mention.resolution is not None
    assert set(mention.resolution.countries) == countries
    parts = [resolved.mentions[i].resolution for i in mention.parts]
    assert {p.country for p in parts if p} == countries


def test_two_unknown_countries_are_nobody(read: Read) -> None:
    """Without two countries in the story the pair is not guessed."""
    assert at(read("The two countries agreed."), "countries") is None


def test_partners_of_one_side_are_others(read: Read) -> None:
    """ "Our partners" are not the two countries of the story."""
    assert at(read('Poland and Latvia met. "Our partners agree," Poland said.'), "partners") is None


def test_the_sides_are_those_that_the_story_joined(read: Read) -> None:
    """A government and its rebels are both sides, not the state that mediates between them."""
    resolved = read(
        "The government of South Sudan and a rebel group declared a truce after talks mediated by Ethiopia. "
        "Both sides will free prisoners."
    )
    mention = at(resolved, "sides")
    assert mention is not None
    assert mention.resolution is not None
    assert mention.resolution.countries == ("SSD",)
