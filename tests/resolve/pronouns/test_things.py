"""Things stand in the way of a pronoun only where it may mean them."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at

pytestmark = pytest.mark.model


def test_a_date_is_no_thing_that_its_may_mean(read: Read) -> None:
    """A month between a bank and "its" does not stand in the way."""
    resolved = read("The Norwegian central bank said on Monday, March 3, that rates fell. A year later its board met.")
    its, bank = at(resolved, "its"), at(resolved, "bank")
    assert its is not None
    assert bank is not None
    assert its.chain == bank.chain


def test_a_thing_that_is_the_subject_is_meant(read: Read) -> None:
    """What a plan that was told of last does is done by no land before it."""
    mention = at(read("Norway wrote to Kenya. The plan failed in May. It was long."), "It")
    assert mention is None or mention.resolution is None
