"""Reports of matches: their captains are no soldiers."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_the_captain_of_a_match_is_a_civilian(read: Read) -> None:
    """Four words of matches make captains people who play."""
    text = (
        "Denmark's striker scored a late goal and the Danish captain lifted the cup in the stadium. "
        "The coach praised the goalkeeper after the match."
    )
    found = told(at(read(text), "captain"))
    assert found.sectors == ("CVL",)


def test_one_word_of_a_match_makes_no_match(read: Read) -> None:
    """Elsewhere a captain stays an officer."""
    found = told(at(read("The Danish captain scored a success: his soldiers held the bridge."), "captain"))
    assert found.sectors == ("MIL",)
