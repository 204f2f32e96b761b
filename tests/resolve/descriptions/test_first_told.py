"""What a description first tells of somebody who was only named."""

from __future__ import annotations

from tests.resolve.conftest import Read, assert_same, at


def test_a_description_tells_of_the_only_one_named(read: Read) -> None:
    """Right after a sentence about one unknown person "the Danish engineer" is he."""
    resolved = read("Otto Brandel left the hotel on Monday. The Danish engineer gave no reason.")
    assert_same(resolved, ("engineer", 0), ("Brandel", 0))


def test_of_two_named_it_tells_of_neither(read: Read) -> None:
    """Near miss: two people were named, so that he may be another."""
    resolved = read("Otto Brandel met Karl Lindqvist on Monday. The Danish engineer gave no reason.")
    one, other = at(resolved, "engineer"), at(resolved, "Brandel")
    assert one is not None
    assert other is not None
    assert one.chain != other.chain
