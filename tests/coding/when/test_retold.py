"""What a report's first sentence tells without a day takes the day on which a later sentence tells it again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory, Event, EventType, EvidenceKind

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _first(coded: CodedStory, kind: EventType) -> Event:
    return next(e for e in coded.events if e.type is kind)


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        (
            "Islamist militants have freed a French nurse in Mali, the government said on Thursday.\n\n"
            "Marie Duval was handed to soldiers near the border on Tuesday night.",
            EventType.RETREAT,
            "2019-10-01",
        ),
        (
            "A bomb killed three Russian soldiers in Chechnya, the army said on Thursday.\n\n"
            "The explosion on Tuesday tore through a lorry near Argun.",
            EventType.ASSAULT,
            "2019-10-01",
        ),
        (
            "Peru demanded an inquiry on Thursday into a clash in which three Chilean soldiers died.\n\n"
            "Bolivian troops killed three Chilean soldiers on Monday near Tacna.",
            EventType.ASSAULT,
            "2019-09-30",
        ),
    ],
)
def test_a_deed_of_the_first_sentence_has_the_day_of_its_second_telling(
    code: Code, text: str, kind: EventType, date: str
) -> None:
    event = _first(code("DAKAR, Oct 3, 2019 (Reuters) - " + text), kind)
    assert (event.date.value or "")[:10] == date
    assert "told again" in event.date.reason
    assert any(e.kind is EvidenceKind.DATE for e in event.evidence)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "A bomb killed three Russian soldiers in Chechnya on Thursday, the army said.\n\n"
            "The explosion on Tuesday tore through a lorry near Argun.",
            EventType.ASSAULT,
        ),
        (
            "Islamist militants have freed a French nurse in Mali, the government said on Thursday.\n\n"
            "Marie Duval was born in Lyon in 1960.",
            EventType.RETREAT,
        ),
        (
            "Russian soldiers shelled a village in Chechnya, the army said on Thursday.\n\n"
            "Rebels shot two Georgian policemen near Argun on Tuesday.",
            EventType.ASSAULT,
        ),
    ],
)
def test_a_day_of_its_own_or_of_another_deed_is_left_alone(code: Code, text: str, kind: EventType) -> None:
    assert _first(code("DAKAR, Oct 3, 2019 (Reuters) - " + text), kind).date.value == "2019-10-03"
