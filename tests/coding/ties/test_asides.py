"""What phrases between commas and nouns of their own tell of relations."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, ties_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway, in NATO since 1949, sent a minister.", ("membership", {"NOR", "IGO"}, "1949")),
        ("Norway, in NATO for ten years, sent a minister.", ("membership", {"NOR", "IGO"}, "2009")),
        ("Chad, with 2,000 soldiers in Mali, sent a minister.", ("deployment", {"TCD", "MLI"}, None)),
        ("Spain's 200 soldiers, in Lebanon since 2006, will stay.", ("deployment", {"ESP", "LBN"}, "2006")),
        ("India, tied to Nepal by a treaty of 1950, kept silent.", ("treaty", {"IND", "NPL"}, "1950")),
        ("The border between Chad and Sudan, closed since 2009, was quiet.", ("sanctions", {"TCD", "SDN"}, "2009")),
        ("Its flight came from France's base in Djibouti.", ("deployment", {"FRA", "DJI"}, None)),
    ],
)
def test_an_aside_tells_how_somebody_is(code: Code, text: str, expected: tuple[str, set[str], str | None]) -> None:
    kind, parties, since = expected
    assert ties_of(code(text, day="2019-10-03")) == [(kind, frozenset(parties), since)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway, in talks since 1949, sent a minister.",
        "Chad, with 2,000 friends in Mali, sent a minister.",
        "Protesters left France's former base in Djibouti.",
        "France will close its base in Djibouti.",
    ],
)
def test_other_phrases_and_what_ends_tell_none(code: Code, text: str) -> None:
    assert code(text, day="2019-10-03").ties == ()
