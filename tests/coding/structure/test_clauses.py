"""Sentences that tell several deeds: asides, opening participles, nouns of time, words that do what they say."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, sides_of

from dateline.model import EventType

pytestmark = pytest.mark.model

CASES = [
    ("The African Union, which suspended Mali after the coup in 2018, held a meeting on Sunday.", EventType.SANCTION, {"IGO"}, {"MLI"}),
    ("Denmark, which recalled its ambassador from Libya on Thursday, has no plans to send him back.", EventType.SANCTION, {"DNK"}, {"LBY"}),
    ("Expelled from Chad in May, the French envoy returned to Paris.", EventType.SANCTION, {"TCD"}, {"FRA"}),
    ("Norway froze its aid to Eritrea after the shooting of two Norwegian nurses.", EventType.ASSAULT, set(), {"NOR"}),
    ("Burundian officers opened fire on Rwandan deserters near the border.", EventType.ASSAULT, {"BDI"}, {"RWA"}),
    ("Guinea tore up the mining accord in April.", EventType.REJECT, {"GIN"}, set()),
    ("Nepal scrapped a water treaty with India.", EventType.SANCTION, {"NPL"}, {"IND"}),
    ('"I want to thank Jordan for its hospitality," the Iraqi president said.', EventType.SUPPORT, {"IRQ"}, {"JOR"}),
    ('"Let me thank Cuba for its doctors," the Haitian president said.', EventType.SUPPORT, {"HTI"}, {"CUB"}),
    ("Fiji voted to censure Australia over the camps.", EventType.ACCUSE, {"FJI"}, {"AUS"}),
    ("Botswana went on to accuse Zambia of poaching.", EventType.ACCUSE, {"BWA"}, {"ZMB"}),
    ("At least two Kenyan students were hurt and forty arrested.", EventType.COERCE, set(), {"KEN"}),
    ("Floods hit Mozambique on Monday. Portugal donated boats.", EventType.AID, {"PRT"}, {"MOZ"}),
    ("The ferries left a port from where Turkish troops invaded Cyprus in 1974.", EventType.ASSAULT, {"TUR"}, {"CYP"}),
    ("A Belgian minister asked Congo for forgiveness; the Congolese rebels insist on reparations.", EventType.CONCEDE, {"BEL"}, {"COD"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CASES)
def test_a_deed_told_beside_another_is_read(
    code: Code, text: str, kind: EventType, actors: set[str | None], recipients: set[str | None]
) -> None:
    """Relative clauses, opening participles, "after the shooting of" and performing words tell deeds of their own."""
    assert (kind, actors, recipients) in sides_of(code(text).events)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The premier wants to sign a pact with Cuba.", EventType.SUPPORT),
        ("Fiji voted to send doctors to Tonga.", EventType.AID),
        ("Togo called the police in Ghana.", EventType.MOBILIZE),
    ],
)
def test_what_only_describes_or_lies_ahead_is_not_told_as_done(code: Code, text: str, kind: EventType) -> None:
    """A wish for a deal and a vote on what is to come are not told as done."""
    assert kind not in {event.type for event in code(text).events if event.content_of is None}


def test_whoever_suffers_a_deed_is_not_reproached_with_it(code: Code) -> None:
    """ "Condemned the bombing of a village": the reproach is not to the villagers."""
    told = sides_of(code("Norway condemned the killing of two Kenyan priests.").events)
    assert (EventType.ACCUSE, {"NOR"}, set()) in told


def test_whoever_denies_a_charge_turns_it_down(code: Code) -> None:
    """ "X denied that it had a hand in the raid": X's word, whoever else may be telling the story."""
    told = sides_of(code("The Chadian rebels denied that they were behind the raid.").events)
    assert [(kind, actors) for kind, actors, _ in told] == [(EventType.REJECT, {"TCD"})]
