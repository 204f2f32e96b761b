"""Which phrases point back to several who were named."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize("words", ["The two countries", "Both", "The sides", "The pair"])
def test_a_known_number_points_back_to_two(read: Read, words: str) -> None:
    """A number with "the", "both" alone and a bare plural of parties mean two who were named."""
    found = at(read(f"Peru and Chile share a border. {words} agreed."), words.split()[-1])
    assert set(told(found).countries) == {"PER", "CHL"}


@pytest.mark.parametrize("words", ["Two countries", "Some governments"])
def test_a_number_alone_points_back_to_nobody(read: Read, words: str) -> None:
    """Near miss: without a word that says that they are known, they are others."""
    found = at(read(f"Peru and Chile share a border. {words} agreed."), words.split()[-1])
    assert found is None or found.resolution is None or len(found.resolution.countries) < 2
