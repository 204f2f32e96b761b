"""Denials in the words of the accused."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.model import EventType

pytestmark = pytest.mark.model

DENIED = [
    ("Togo's interior minister said there were no secret prisons in the country.", "TGO"),
    ("Malawi's army has never bombed a village, its spokesman said.", "MWI"),
    ("It is a lie that Laos armed the hill tribes, the Laotian foreign minister said.", "LAO"),
    ("Nobody was tortured in Omani jails, Oman's justice minister said.", "OMN"),
    ("Latvia's defence minister said not a single Latvian soldier had set foot in the camp.", "LVA"),
    ("Bhutan's foreign minister said the kingdom had no hand in the bombing.", "BTN"),
    ("Gabon was not involved in the coup, its foreign minister said.", "GAB"),
]


@pytest.mark.parametrize(("text", "country"), DENIED)
def test_the_accused_side_denies_in_its_own_words(code: Code, text: str, country: str) -> None:
    """A REJECT of whoever answers for the side, aimed at nobody, and no event of what it says was not done."""
    events = code(text).events
    denials = [e for e in events if e.type is EventType.REJECT]
    assert [{p.resolution.country for p in e.actors} for e in denials] == [{country}]
    assert not {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE} & {e.type for e in events}


@pytest.mark.parametrize(
    "text",
    [
        "Togo's tourism minister said there were no good inns in the country.",
        "The Maltese tenor said he had never been to Cyprus.",
        "Police in Latvia said nobody was injured in the flood.",
        "Malawi has never bombed a village, a Danish historian said.",
        "Togo's interior minister said the country did not always guard its border.",
    ],
)
def test_who_denies_nothing_that_anybody_is_blamed_for_rejects_nothing(code: Code, text: str) -> None:
    """No reproach, no speaker who answers for the side, or only a part: no denial."""
    assert EventType.REJECT not in {e.type for e in code(text).events}
