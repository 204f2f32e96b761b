"""Whom a report told of before it names him."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("name", "same"), [("Marta Lindqvist, 40, was silent.", True), ("Lindqvist was silent.", False)]
)
def test_a_full_name_names_whom_the_sentence_before_described(read: Read, name: str, same: bool) -> None:
    """A report introduces somebody by a full name; a surname alone is of somebody else."""
    resolved = read(f"A court in Mali jailed a Malian singer. {name}")
    singer, named = at(resolved, "singer"), at(resolved, "Lindqvist")
    assert singer is not None
    assert named is not None
    assert (singer.chain == named.chain) is same
