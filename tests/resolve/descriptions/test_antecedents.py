"""Whom a definite description goes back to."""

from __future__ import annotations

from tests.resolve.conftest import Read, assert_same, at


def test_the_minister_is_the_one_told_of_before(read: Read) -> None:
    """An office that comes back with "the" is the same holder's."""
    resolved = read("The Danish foreign minister met farmers in Lima. The minister later left.")
    assert_same(resolved, ("minister", 1), ("minister", 0))


def test_other_marks_mean_others(read: Read) -> None:
    """Near miss: those whom another word marks are not the ones told of before."""
    resolved = read("Two young engineers left Lima. The senior engineers stayed.")
    first, second = at(resolved, "engineers"), at(resolved, "engineers", 1)
    assert first is not None
    assert second is not None
    assert first.chain != second.chain
