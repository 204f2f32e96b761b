"""Nouns that only count whoever stands behind them."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_a_number_of_soldiers_is_those_soldiers(read: Read) -> None:
    """A noun that counts is whom it counts."""
    found = told(at(read("Dozens of Peruvian soldiers left."), "Dozens"))
    assert (found.country, found.sectors) == ("PER", ("MIL",))
