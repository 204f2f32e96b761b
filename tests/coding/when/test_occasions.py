"""A deed takes the date of the dated occasion at which it was done or said, in its own sentence alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory, EventType

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]
LEAD = "LIMA, Oct 3, 2019 (Reuters) - Peru on Thursday recalled its envoy to Chile.\n\n"


def _date(coded: CodedStory, kind: EventType) -> str | None:
    return next(e.date.value for e in coded.events if e.type is kind and e.content_of is None)


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        (
            "In a video sent to a news agency in June, the rebels demanded that Peru release four men.",
            EventType.REQUEST,
            "2019-06",
        ),
        ("At a summit held in Cairo in March, Arab leaders condemned Chad.", EventType.ACCUSE, "2019-03"),
        ("Leaders of Kenya who met in Arusha last month denounced Chad's government.", EventType.ACCUSE, "2019-09"),
        (
            "The Chadian minister, who toured the camp on Tuesday, promised Sudan 50 million dollars.",
            EventType.AGREE,
            "2019-10-01",
        ),
        ("Norway brokered the truce that Peru and Chile signed in February.", EventType.CONSULT, "2019-02"),
    ],
)
def test_what_is_told_as_done_at_an_occasion_was_done_when_it_was(
    code: Code, text: str, kind: EventType, date: str
) -> None:
    assert _date(code(LEAD + text), kind) == date


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In a village destroyed by an earthquake in June, Bolivia condemned Chad.", EventType.ACCUSE),
        ("In a dispute that has gone on since 1990, Bolivia condemned Chad.", EventType.ACCUSE),
        ("The Bolivian minister, who was born in Lima in 1950, condemned Chad.", EventType.ACCUSE),
    ],
)
def test_the_time_of_a_place_a_beginning_or_a_life_is_no_time_of_the_deed(
    code: Code, text: str, kind: EventType
) -> None:
    assert _date(code(LEAD + text), kind) == "2019-10-03"


def test_who_goes_on_speaking_at_an_occasion_speaks_on_its_day(code: Code) -> None:
    found = code(
        LEAD
        + "In a statement issued on Monday, Bolivia accused Chad of lies and called on Kenya to withdraw its troops."
    )
    assert _date(found, EventType.ACCUSE) == _date(found, EventType.REQUEST) == "2019-09-30"
