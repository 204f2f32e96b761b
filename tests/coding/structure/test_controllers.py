"""Who acts where a clause does not say."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Slots

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("Norway urged Chile to sign the pact.", "sign", "Chile"),
        ("Norway accused the army of shelling a village.", "shelling", "army"),
        ("A court issued an order barring Togo from the talks.", "barring", "court"),
        ("Norway is ready to help Chile.", "help", "Norway"),
    ],
)
def test_an_unsaid_doer_is_whom_the_words_above_make_one(slots: Slots, text: str, verb: str, doer: str) -> None:
    assert slots(text, verb)["subj"] == [doer]


def test_whoever_was_taken_is_held_too(slots: Slots) -> None:
    assert slots("Two men were taken off a bus and are held by rebels.", "held")["obj"] == ["men"]
