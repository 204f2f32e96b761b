"""Deeds that are averted, hung on, supposed, foreseen of others or only an aim: none of them happened."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.model import EventType

pytestmark = pytest.mark.model

UNREAL = [
    "Bamako was spared an attack by Niger last month.",
    "Thailand averted a raid on its border posts.",
    "Peace depends on the release of the Chadian hostages.",
    "Lebanon kept soldiers there to protect its border from attacks by Syrian fighters.",
    "An attack on Peru would be a mistake.",
    "The radar would help if a Peruvian raid hit the port.",
    "\"I think that Chile will not openly attack Peru,\" the Bolivian minister said.",
    "I believe Norway will help Sweden next year, the Danish minister said.",
    "It is unlikely that Chile will help Peru this year.",
    "Freeing her husband, the Peruvian president promised, was one of his first aims.",
    "Reducing the American presence in Peru will help its foes, the Chilean senator said.",
    "A pullout would leave Peru vulnerable to a Chilean attack.",
    "The envoy of Chile has not confirmed whether or not he will attend the talks with Peru.",
    "Chile may not want to anger Peru by boycotting the talks.",
    "The Bundesbank in no way abandoned its policy, the Danish minister said.",
    "Chile urged other states not to deport its citizens.",
    "Given its deeds in Peru, Chile cannot be a fair broker, the Bolivian minister said.",
    "\"I agree with you completely,\" the Chilean senator said of the Peruvian minister.",
]  # fmt: skip


@pytest.mark.parametrize("text", UNREAL)
def test_what_did_not_happen_is_not_told(code: Code, text: str) -> None:
    """Only what is asked of somebody may be told of such a sentence, never the deed itself."""
    assert not [e for e in code(text).events if e.type is not EventType.REQUEST]


REAL = [
    ("Niger attacked Bamako last month.", EventType.ASSAULT),
    ("Lebanon survived a Syrian attack on its border posts.", EventType.ASSAULT),
    ("The envoy spoke on the release of the Chadian hostages.", EventType.RETREAT),
    ("The Syrian attack on Lebanon would cost jobs, the Lebanese minister said.", EventType.ASSAULT),
    ("\"I think that we will help Sweden,\" the Norwegian premier said.", EventType.AGREE),
    ("Chile will not attend the talks with Peru.", EventType.REJECT),
    ("Chile provoked Peru by expelling its envoy.", EventType.SANCTION),
    ("Chile was given a week to withdraw its troops from Peru.", EventType.THREATEN),
    ("Chile agreed with Peru on a fishing quota.", EventType.AGREE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), REAL)
def test_near_misses_stand(code: Code, text: str, kind: EventType) -> None:
    """What the words only resemble is told as ever."""
    assert kind in {e.type for e in code(text).events}
