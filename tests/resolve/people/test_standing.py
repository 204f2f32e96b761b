"""How somebody stands to another."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told

ELECTION = "Donald Trump spoke in Ohio on Tuesday."


def test_the_rivals_of_a_candidate_are_candidates(read: Read) -> None:
    """A rival of whoever seeks an office seeks it too."""
    found = told(at(read(f"{ELECTION} His rivals were angry.", "2016-05-02"), "rivals"))
    assert (found.country, found.sectors) == ("USA", ("PTY",))


def test_the_followers_of_somebody_are_on_his_side(read: Read) -> None:
    """Allies and followers are what he is."""
    assert told(at(read(f"{ELECTION} His followers cheered.", "2016-05-02"), "followers")).sectors == ("PTY",)


def test_the_allies_of_a_state_are_states(read: Read) -> None:
    """Nobody is said to be what a state is."""
    assert at(read("Peru and its allies will vote on Monday."), "allies") is None


def test_a_rival_of_a_candidate_is_no_land(read: Read) -> None:
    """Only a land or its ruler has a land for a rival."""
    text = f"{ELECTION} Israel applauded. His rival, Hillary Clinton, won Utah."
    assert told(at(read(text, "2016-05-02"), "rival")).country == "USA"
