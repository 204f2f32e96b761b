"""What somebody is called, and what is not done, not ruled out or never to be done."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, Sides, sides_of

from dateline.model import CodedStory, EventType

pytestmark = pytest.mark.model


def _told(coded: CodedStory) -> list[Sides]:
    return sides_of(e for e in coded.events if e.content_of is None)


CASES: list[tuple[str, Sides]] = [
    ("The Fijian foreign minister called the Tongan tariff regrettable.", (EventType.ACCUSE, {"FJI"}, {"TON"})),
    ("Peru on Monday declared two Chilean consuls personae non gratae.", (EventType.SANCTION, {"PER"}, {"CHL"})),
    ("Benin will never sign the pact with Togo, its premier warned.", (EventType.REJECT, {"BEN"}, {"TGO"})),
    ("Benin promised not to attack Togo.", (EventType.AGREE, {"BEN"}, {"TGO"})),
    ("Benin is not willing to negotiate with Togo.", (EventType.REJECT, {"BEN"}, {"TGO"})),
    ("Benin did not rule out sanctions against Togo.", (EventType.THREATEN, {"BEN"}, {"TGO"})),
    ("Benin has vowed never to return the ships.", (EventType.REJECT, {"BEN"}, set())),
    ("Benin urged all sides to stay at the table.", (EventType.REQUEST, {"BEN"}, set())),
    ("Benin said it would abide by the ruling.", (EventType.AGREE, {"BEN"}, set())),
]


@pytest.mark.parametrize(("text", "event"), CASES)
def test_a_word_of_blame_a_denial_and_a_given_word_are_read_with_their_sides(
    code: Code, text: str, event: Sides
) -> None:
    """The judgement is found wherever the parser hung it; what is denied under a threat or promise turns into another."""
    assert event in _told(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Neither the Beninese nor the Togolese army attacked the Ghanaian village of Bawku.",
        "Benin hopes that Togo will lift the ban.",
    ],
)
def test_what_nobody_did_or_others_only_hope_for_is_not_told_as_done(code: Code, text: str) -> None:
    """A list under "neither" denies the deed, and a hope tells nothing of what is hoped for."""
    done = {EventType.ASSAULT, EventType.CONCEDE}
    assert not any(e.type in done and e.status.value != "negated" for e in code(text).events)
