"""Parties by the word that their people bear."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_partisans_of_a_state_are_the_party(read: Read) -> None:
    """ "A Maine Republican" is one of the party, not a body called so."""
    assert told(at(read("The plan angered Maine Republicans in Washington."), "Republicans")).sectors == ("PTY",)


def test_a_small_letter_makes_no_party(read: Read) -> None:
    """Near miss: rules may be democratic without a party."""
    assert told(at(read("The U.S. praised democratic leaders."), "leaders")).sectors != ("PTY",)
