"""Which lands the words before a noun give it."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Norway praised an English minister.", "minister", "GBR"),
        ("Norway praised an English professor.", "professor", "NOR"),
        ("Norway praised Greek champion Marta Lind.", "Lind", "GRC"),
        ("Norway praised Athens Olympic champion Marta Lind.", "Lind", "NOR"),
        ("Norway praised a Mexican-American judge.", "judge", "USA"),
    ],
)
def test_the_land_before_a_noun_is_its_own(read: Read, text: str, word: str, country: str) -> None:
    """A land before a noun is its own, but for a subject, an event and where an American's people came from."""
    assert told(at(read(text), word)).country == country
