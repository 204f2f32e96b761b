"""Branches of bodies in a land."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_a_name_with_a_land_behind_it_is_a_branch_there(read: Read) -> None:
    """One word before the land's name is most often a firm's."""
    found = told(at(read("Shell Canada said its sales rose."), "Canada"))
    assert (found.name, found.country, found.sectors) == ("Shell Canada", "CAN", ("BUS",))


def test_a_part_of_a_land_is_no_branch(read: Read) -> None:
    """Near miss: a compass point before a land's name is none of a firm."""
    assert at(read("West Kenya voted on Monday."), "Kenya") is None
