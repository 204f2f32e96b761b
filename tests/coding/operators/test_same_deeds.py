"""Deeds told by pointing back to those of others."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, sides_of

from dateline.model import EventType

pytestmark = pytest.mark.model

POINTING = [
    "Portugal recalled its ambassador from Minsk. Spain did the same a day later.",
    "Portugal recalled its ambassador from Minsk on Monday and Spain followed suit.",
    "Portugal recalled its ambassador from Minsk on Monday; so did Spain.",
    "Portugal recalled its ambassador from Minsk, as did Spain.",
    "Portugal recalled its ambassador from Minsk. Spain took a similar step.",
    "Portugal recalled its ambassador from Minsk. Spain followed Portugal's example.",
]


@pytest.mark.parametrize("text", POINTING)
def test_who_does_the_same_has_done_what_the_other_did(code: Code, text: str) -> None:
    """Type and recipient are those of the deed before, the actor is whoever points back."""
    withdrawn = EventType.SANCTION, {"BLR"}
    assert [(kind, who, whom) for kind, who, whom in sides_of(code(text).events) if (kind, whom) == withdrawn] == [
        (EventType.SANCTION, {"PRT"}, {"BLR"}),
        (EventType.SANCTION, {"ESP"}, {"BLR"}),
    ]


def test_whoever_is_pointed_back_to_is_no_recipient(code: Code) -> None:
    """ "Portugal condemned the raid, as did Spain and Malta" reproaches nobody that the sentence names."""
    told = sides_of(code("Portugal condemned the raid, as did Spain and Malta.").events)
    assert told == [(EventType.ACCUSE, {"PRT"}, set()), (EventType.ACCUSE, {"ESP", "MLT"}, set())]


@pytest.mark.parametrize(
    "text",
    [
        "Spain did the same.",
        "Portugal recalled its ambassador from Minsk. Spain did its homework.",
        "Portugal recalled its ambassador from Minsk. It did so on Monday.",
        "Portugal recalled its ambassador from Minsk. Rain fell in Lisbon. The premier spoke. Spain did the same.",
    ],
)
def test_without_a_deed_of_others_close_by_nothing_is_added(code: Code, text: str) -> None:
    """What points back needs a deed of others in its sentence or the one before, and words that point."""
    assert all(who == {"PRT"} for _, who, _ in sides_of(code(text).events))
