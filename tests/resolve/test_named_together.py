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
