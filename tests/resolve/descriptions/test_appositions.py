"""Names beside their descriptions."""

from __future__ import annotations

from tests.resolve.conftest import Read, assert_same, at, told


def test_the_name_after_a_description_is_whom_it_means(read: Read) -> None:
    """An officer with a name behind him is one actor."""
    resolved = read("The Danish minister, Marta Velde, spoke in Lima on Monday.")
    assert_same(resolved, ("minister", 0), ("Velde", 0))


def test_a_description_tells_what_the_name_before_it_is(read: Read) -> None:
    """A name that nobody knows is what stands beside it."""
    found = told(at(read("The Varnholm Circle, a Bolivian rebel movement, claimed the attack."), "Circle"))
    assert (found.country, found.sectors) == ("BOL", ("REB",))
