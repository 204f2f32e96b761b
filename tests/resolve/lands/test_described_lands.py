"""Lands that are described and not named."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_a_republic_of_a_name_is_the_land_so_called(read: Read) -> None:
    """The form of a state before "of" is no other land of the story."""
    text = "China invited the Republic of Korea. The Democratic Republic of Congo stayed away. "
    resolved = read(text + "Japan invited the Democratic People's Republic of Korea.")
    assert [told(at(resolved, "Republic", n)).country for n in (0, 1, 2)] == ["KOR", "COD", "PRK"]


def test_the_state_of_things_is_no_land(read: Read) -> None:
    """Near miss: "the state of" a thing is how it is."""
    assert at(read("Peru deplored the state of the economy."), "state") is None
