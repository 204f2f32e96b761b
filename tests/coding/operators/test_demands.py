"""Demands and refusals in what somebody says, without a verb of asking or refusing."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, Sides, sides_of

from dateline.model import EventType

pytestmark = pytest.mark.model

TOLD: list[tuple[str, Sides]] = [
    ('"Pull down the fence on our border," the Latvian foreign minister told Estonia.', (EventType.REQUEST, {"LVA"}, {"EST"})),
    ('"Free the skippers," Malta\'s premier told Tunisia.', (EventType.REQUEST, {"MLT"}, {"TUN"})),
    ("Togo has to reopen the crossing, Ghana's foreign minister said.", (EventType.REQUEST, {"GHA"}, {"TGO"})),
    ("Malawi's siege of the island must be lifted, the Zambian premier said.", (EventType.REQUEST, {"ZMB"}, {"MWI"})),
    ("There will be no talks with Yemen, Oman's foreign minister said.", (EventType.REJECT, {"OMN"}, {"YEM"})),
    ("There is no room for compromise with Uruguay, Paraguay's foreign minister said.", (EventType.REJECT, {"PRY"}, {"URY"})),
    ("Laos said the embargo on Thailand would stay.", (EventType.REJECT, {"LAO"}, {"THA"})),
    ('"Not one prisoner will be released," Gabon\'s interior minister told Cameroon.', (EventType.REJECT, {"GAB"}, {"CMR"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_words_ask_or_refuse_without_a_verb_of_it(code: Code, text: str, event: Sides) -> None:
    """An imperative or a duty asks the other side; what there will not be, or what will stay, is refused."""
    assert event in sides_of(code(text).events)


@pytest.mark.parametrize(
    "text",
    [
        '"Taste the olives," the Maltese grocer told the Tunisian tourists.',
        '"Let us pray," the Latvian bishop told the Estonians.',
        "The Ghanaian striker has to score, his coach said.",
        "There will be no rain in Oman, the weather service said.",
    ],
)
def test_private_orders_and_plain_absences_are_nothing(code: Code, text: str) -> None:
    """No side asks another for anything."""
    assert not {EventType.REQUEST, EventType.REJECT} & {e.type for e in code(text).events}
