"""Several whom the story told of together are whom "they" may mean."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_they_are_both_who_were_just_told_to_have_met(read: Read) -> None:
    """After "A held talks with B" a plural pronoun without another antecedent means both."""
    resolved = read("Vladimir Putin held talks with Rodrigo Duterte in Manila. They agreed to boost trade.")
    mention = told(at(resolved, "They"))
    assert set(mention.countries) == {"RUS", "PHL"}


def test_they_are_several_named_together(read: Read) -> None:
    """Two people joined by "and" are whom "they" goes back to, with both countries."""
    they = at(read("Angela Merkel and Emmanuel Macron said they would meet."), "they")
    assert they is not None
    assert they.resolution is not None
    assert set(they.resolution.countries) == {"DEU", "FRA"}
    assert len(they.parts) == 2
