"""Kin of one surname whom a report names are those people."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_her_father_is_the_man_of_her_surname(read: Read) -> None:
    """The father of somebody is the one man of that name in the report."""
    story = read("Senator Oskar Varnhem spoke in Oslo. Lisa Varnhem waited outside. Her father waved to her.")
    assert told(at(story, "father")).name.endswith("Oskar Varnhem")


def test_a_father_whom_nobody_names_stays_a_father(read: Read) -> None:
    """Near miss: without another bearer of the name, kin are only kin."""
    story = read("Lisa Varnhem waited in Oslo. Her father waved to her.")
    assert told(at(story, "father")).sectors == ("CVL",)
