"""Words that name actors elsewhere and are things where they stand."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two nurses rented a house in Lima.", "house"),
        ("The wall of his family's house fell.", "house"),
        ("The Ministry of Trade and Finance said exports rose.", "Finance"),
        ("The pitcher left via free agency.", "agency"),
    ],
)
def test_things_are_no_actors(read: Read, text: str, word: str) -> None:
    """A dwelling is no chamber, a ministry's field no body of its own."""
    assert at(read(text), word) is None
