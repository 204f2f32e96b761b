"""A story cut into the pieces that the base knows."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_the_names_of_a_story_are_found_in_every_sentence(read: Read) -> None:
    """Each sentence is cut by what the base knows, whatever stands in the others."""
    resolved = read("Peru praised the vote. Kenya and Chile did not.")
    assert [told(at(resolved, name)).country for name in ("Peru", "Kenya", "Chile")] == ["PER", "KEN", "CHL"]
