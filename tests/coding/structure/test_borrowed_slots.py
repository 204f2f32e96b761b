"""What an event noun borrows from the words around it."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Slots

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "noun", "doer"),
    [
        ("Norway held talks with Chile.", "talks", "Norway"),
        ("The minister spoke at a meeting with Chile.", "meeting", "minister"),
    ],
)
def test_whoever_holds_or_attends_a_meeting_takes_part_in_it(slots: Slots, text: str, noun: str, doer: str) -> None:
    assert slots(text, noun)["subj"] == [doer]


def test_an_apology_received_comes_from_its_giver(slots: Slots) -> None:
    found = slots("Mali accepted an apology from Togo.", "apology")
    assert (found["subj"], found["to"]) == (["Togo"], ["Mali"])
