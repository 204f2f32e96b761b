"""Words that name actors elsewhere and are things where they stand."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two nurses rented a house in Lima.", "house"),
        ("The wall of his family's house fell.", "house"),
        ("The Ministry of Trade and Finance said exports rose.", "Finance"),
        ("The pitcher left via free agency.", "agency"),
    ],
)
def test_things_are_no_actors(read: Read, text: str, word: str) -> None:
    """A dwelling is no chamber, a ministry's field no body of its own."""
    assert at(read(text), word) is None


def test_a_storm_is_nobody_under_its_name_alone(read: Read) -> None:
    """The name that follows "Hurricane" is the storm's for the whole report."""
    resolved = read("Hurricane Marta hit Peru on Monday. Marta will weaken.")
    assert at(resolved, "Marta") is None
    assert at(resolved, "Marta", 1) is None


def test_the_banks_of_a_river_lend_nothing(read: Read) -> None:
    """A bank that a water has is no firm."""
    assert at(read("Villagers of Peru fled to the banks of the river."), "banks") is None


def test_a_giant_is_a_firm_by_its_trade(read: Read) -> None:
    """Only with a trade before it does the word name a firm."""
    assert told(at(read("The Danish energy giant sold a mine."), "giant")).sectors == ("BUS",)
    assert at(read("He was a giant."), "giant") is None


def test_the_centre_that_watches_storms_is_none(read: Read) -> None:
    """A body's noun behind "Hurricane" is the body's."""
    assert told(at(read("The National Hurricane Center issued a warning in Florida."), "Center")).country == "USA"
