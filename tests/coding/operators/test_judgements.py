"""What somebody calls a deed or a party, in whatever construction and with whatever word of judgement."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, Sides, sides_of

from dateline.model import EventType

pytestmark = pytest.mark.model

WORDED = frozenset({EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT})


def _worded(code: Code, text: str) -> list[Sides]:
    return [side for side in sides_of(e for e in code(text).events) if side[0] in WORDED]


JUDGED: list[tuple[str, Sides]] = [
    ("Uruguay's president called the Paraguayan tax an act of spite.", (EventType.ACCUSE, {"URY"}, {"PRY"})),
    ("Laos described the fees charged by Thailand as a swindle.", (EventType.ACCUSE, {"LAO"}, {"THA"})),
    ("Oman's foreign minister said the Yemeni decree was nothing but plunder.", (EventType.ACCUSE, {"OMN"}, {"YEM"})),
    ("Latvia said Estonia's decision smacked of vindictiveness.", (EventType.ACCUSE, {"LVA"}, {"EST"})),
    ("Malta branded as cruel the detention of the sailors by Tunisia.", (EventType.ACCUSE, {"MLT"}, {"TUN"})),
    ("Ghana's president said Togo's pardon of the rebels was a gesture of wisdom.", (EventType.SUPPORT, {"GHA"}, {"TGO"})),
    ("Iceland hailed as courageous the Danish decision to close the base.", (EventType.SUPPORT, {"ISL"}, {"DNK"})),
    ("Nepal called India's demand for the valley ludicrous.", (EventType.REJECT, {"NPL"}, {"IND"})),
    ("Bhutan's foreign ministry said the Nepalese allegations were a fairy tale.", (EventType.REJECT, {"BTN"}, {"NPL"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), JUDGED)
def test_a_word_of_judgement_tells_who_judges_whose_deed(code: Code, text: str, event: Sides) -> None:
    """The judge is whoever says or names it, the other side whoever the deed belongs to."""
    assert event in _worded(code, text)


@pytest.mark.parametrize(
    "text",
    [
        "The tenor called the Austrian conductor's tempo a disgrace.",
        "The analyst described the Chilean mine's output as pitiful.",
        "Guests said the Maltese hotel was a disgrace.",
        "Uruguay's president said the Paraguayan tax was not a crime.",
        "If the Paraguayan tax is a crime, it should go, a shopkeeper said.",
    ],
)
def test_what_private_people_think_of_things_is_no_reproach(code: Code, text: str) -> None:
    """Art, sport and business are judged every day, and a judgement that is denied or supposed is none."""
    assert EventType.ACCUSE not in {e.type for e in code(text).events}


def test_only_claims_are_untrue(code: Code) -> None:
    """Of a claim the word denies it; of a deed the same word reproaches it."""
    claim = _worded(code, "Gabon called the Cameroonian charge absurd.")
    deed = _worded(code, "Gabon called the Cameroonian blockade absurd.")
    assert ([t for t, _, _ in claim], [t for t, _, _ in deed]) == ([EventType.REJECT], [EventType.ACCUSE])
