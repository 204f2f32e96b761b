"""How a place's name stands in its sentence."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.coding.where.place_phrases import PlacePhrases

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "preposition"),
    [
        ("Rebels killed four men in the town of Kidal.", "in"),
        ("Rebels killed four men near the northern part of Mali.", "near"),
        ("Rebels killed four men at a Texas ranch.", "at"),
        ("Rebels killed four men during a French raid.", None),
    ],
)
def test_a_site_stands_where_its_phrase_does_and_a_nation_that_describes_a_deed_nowhere(
    code: Code, text: str, preposition: str | None
) -> None:
    resolved = code(text).resolved
    assert resolved is not None
    phrases = PlacePhrases(resolved.parsed, sites=frozenset({"town", "ranch"}))
    found = [phrases.preposition(t) for t in resolved.toponyms]
    assert {prep.text for prep in found if prep is not None} == ({preposition} if preposition else set())
