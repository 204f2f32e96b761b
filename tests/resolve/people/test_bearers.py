"""Who bears a name: somebody of the story before somebody of the base."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_a_name_without_its_middle_one_is_the_same_bearers(read: Read) -> None:
    """A full name of more or fewer words goes back to the one that the story has told."""
    resolved = read("Marta Ann Lindqvist, a Norwegian nurse, won a prize. Marta Lindqvist smiled.")
    name, again = at(resolved, "Lindqvist"), at(resolved, "Lindqvist", 1)
    assert name is not None
    assert again is not None
    assert name.chain == again.chain


def test_a_full_name_before_a_noun_tells_whose_a_surname_is(read: Read) -> None:
    """The "Trump" of a report on "the Donald Trump campaign" is he."""
    found = told(at(read("The Donald Trump campaign is over. Trump smiled.", "2018-05-02"), "Trump", 1))
    assert (found.name, found.rule) == ("Donald Trump", "full name elsewhere in the story")


def test_a_namesake_of_another_land_is_another(read: Read) -> None:
    """Near miss: a surname with another land before it goes back to nobody."""
    resolved = read("Marta Lindqvist, a Norwegian nurse, spoke. Peruvian Senator Lindqvist smiled.")
    name, other = at(resolved, "Lindqvist"), at(resolved, "Lindqvist", 1)
    assert name is not None
    assert other is not None
    assert name.chain != other.chain
