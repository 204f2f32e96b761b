"""Bodies and people of many states."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Peru asked an international court to rule.", "court"),
        ("Arab ministers met in Lima on Monday.", "ministers"),
    ],
)
def test_organs_of_many_states_are_of_no_one_land(read: Read, text: str, head: str) -> None:
    """A part of the world, or "international", says that no one land is meant."""
    assert told(at(read(text), head)).country == "IGO"


def test_security_forces_are_those_of_one_land(read: Read) -> None:
    """Near miss: what names one body in the plural is the land's of the story."""
    text = "Peru raised its fuel tax on Monday. Security forces guarded the banks in Lima."
    assert told(at(read(text), "forces")).country == "PER"
