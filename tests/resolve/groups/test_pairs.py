"""Phrases that point back to several who were named."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_both_leaders_share_what_each_is(read: Read) -> None:
    """Two of one sector are two of it together, of both lands."""
    text = "The president of Peru met the president of Chile. Both leaders signed the pact."
    found = told(at(read(text), "leaders"))
    assert (set(found.countries), found.sectors[:1]) == ({"PER", "CHL"}, ("GOV",))
