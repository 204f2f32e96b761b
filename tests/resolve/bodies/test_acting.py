"""Nouns for bodies that are as often things are read where they tell or decide something."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_a_panel_that_says_something_is_the_states(read: Read) -> None:
    """A panel that nobody else is told to have set up is of the land that the story is about."""
    found = told(at(read("Peru raised its fuel tax on Monday. The advisory panel said it should rise again."), "panel"))
    assert (found.country, found.sectors) == ("PER", ("GOV",))


def test_a_board_after_a_firm_is_the_firms(read: Read) -> None:
    """The board that decides after a firm was named is that firm's."""
    story = read("Varnhem Tools Inc said on Monday that it would cut 300 jobs. The board also approved a dividend.")
    assert told(at(story, "board")).sectors == ("BUS",)


def test_a_panel_that_does_nothing_is_a_thing(read: Read) -> None:
    """Near miss: a panel is also what walls are made of."""
    assert at(read("Workers in Peru fixed a panel to the wall."), "panel") is None
