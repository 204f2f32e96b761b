"""Triggers of several words: what belongs to the trigger itself neither breaks it nor is its object."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.model import EventType

pytestmark = pytest.mark.model

WHOLE = [
    ("Kuwait turned a deaf ear to Jordanian pleas.", EventType.REJECT, {"KWT"}, {"JOR"}),
    ("The Fijian premier rushed to the defence of Mongolia.", EventType.SUPPORT, {"FJI"}, {"MNG"}),
    ("Ecuador put its weight behind the Paraguayan government.", EventType.SUPPORT, {"ECU"}, {"PRY"}),
    ("Benin took Gambia to task over the ferry.", EventType.ACCUSE, {"BEN"}, {"GMB"}),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), WHOLE)
def test_a_trigger_is_found_across_its_own_object(
    code: Code, text: str, kind: EventType, actors: set[str], recipients: set[str]
) -> None:
    """The object or noun that is a word of the trigger stands in the way of none of its other words."""
    told = [
        (e.type, {p.resolution.country for p in e.actors}, {p.resolution.country for p in e.recipients})
        for e in code(text).events
    ]
    assert (kind, actors, recipients) in told


def test_an_object_of_its_own_still_parts_a_verb_from_a_place(code: Code) -> None:
    """Somebody else's object between verb and preposition: "called the police in", with a place, calls nobody in."""
    told = {event.type for event in code("The Danish premier called the police in Norway.").events}
    assert EventType.REQUEST not in told
