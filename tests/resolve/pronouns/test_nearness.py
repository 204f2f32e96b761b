"""Who is near and who leads his sentence is meant."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, assert_same, at

pytestmark = pytest.mark.model


def test_who_spoke_before_a_long_quotation_speaks_on(read: Read) -> None:
    """Sentences of a quotation do not put its speaker out of reach."""
    words = " ".join(f"The road number {n} is closed." for n in range(1, 10))
    resolved = read(f"Joe Biden said, “{words}” He added that rain fell.")
    he, biden = at(resolved, "He"), at(resolved, "Biden")
    assert he is not None
    assert biden is not None
    assert he.chain == biden.chain


def test_one_of_several_owns_nothing_alone(read: Read) -> None:
    """Of two lands that act together neither is "its", however near both are."""
    resolved = read("Somalia voted on Monday. Peru and Chile praised its vote.")
    assert_same(resolved, ("its", 0), ("Somalia", 0))


def test_a_spokesman_speaks_of_his_body(read: Read) -> None:
    """In the words of a body's spokesman "it" is the body, not the land before it."""
    resolved = read("Norway is calm. A spokesman for the Bundesbank told Kenya that it would wait.")
    assert_same(resolved, ("it", 0), ("Bundesbank", 0))
