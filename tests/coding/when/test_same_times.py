"""The date that a clause shares with another of its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory, EventType

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]
LEAD = "LIMA, Oct 3, 2019 (Reuters) - "


def _dates(coded: CodedStory) -> set[tuple[EventType, str | None]]:
    return {(event.type, event.date.value) for event in coded.events}


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Protesters blocked the port on Monday, and soldiers shelled the town.", EventType.ASSAULT, "2019-09-30"),
        ("In 2017, after much talk in Lima, Peru expelled the Chilean envoy.", EventType.SANCTION, "2017"),
        ("Peru and Chile held talks in May when Peru expelled the Bolivian envoy.", EventType.SANCTION, "2019-05"),
        ("Peru expelled the Bolivian envoy when his troops shelled a village in May.", EventType.SANCTION, "2019-05"),
        (
            "The Andean Community, which suspended Chile after a coup in January 2012, called for talks.",
            EventType.SANCTION,
            "2012-01",
        ),
    ],
)
def test_a_deed_without_a_date_is_of_the_time_of_the_clause_that_it_goes_on_from(
    code: Code, text: str, kind: EventType, date: str
) -> None:
    assert (kind, date) in _dates(code(LEAD + text))


def test_who_goes_on_speaking_speaks_on_the_same_day(code: Code) -> None:
    text = (
        'Peru closed its ports. "We will expel the envoy of Chile," President Martin Vizcarra told a rally on Tuesday. '
        '"If Chile wants that," he added, "we will shut the border with Chile."'
    )
    said = [e.date.value for e in code(LEAD + text).events if e.type is EventType.THREATEN]
    assert set(said) == {"2019-10-01"}
