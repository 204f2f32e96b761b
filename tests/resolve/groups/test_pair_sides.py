"""Who the two sides of a quarrel are."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_the_sides_are_those_that_the_story_joined(read: Read) -> None:
    """A government and its rebels are both sides, not the state that mediates between them."""
    resolved = read(
        "The government of South Sudan and a rebel group declared a truce after talks mediated by Ethiopia. "
        "Both sides will free prisoners."
    )
    mention = told(at(resolved, "sides"))
    assert mention.countries == ("SSD",)


def test_two_banks_are_no_two_states(read: Read) -> None:
    """Firms of no name are not the lands of the story: the banks of a river, two airlines."""
    assert at(read("Kenya and Somalia argue over a border. Guns on both banks fell silent."), "banks") is None


def test_both_are_the_two_of_the_sentence(read: Read) -> None:
    """Where a sentence has named two states before "both", they are meant, not another named before."""
    both = told(at(read("Chad was quiet. Peru told Chile that both had lost."), "both"))
    assert set(both.countries) == {"PER", "CHL"}
