"""What is turned down by what is said of it, and what an attack or an order does to people."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, Sides, sides_of

from dateline.model import CodedStory, EventType

pytestmark = pytest.mark.model


def _told(coded: CodedStory) -> list[Sides]:
    return sides_of(e for e in coded.events if e.content_of is None)


REFUSED = [
    ("Paraguay's finance minister said lifting the tariffs on Uruguay was out of the question.", {"PRY"}, {"URY"}),
    ("Withdrawing its troops from Kosovo is out of the question, Norway's defence minister said.", {"NOR"}, {"KOS"}),
    ("The Hungarian premier said that releasing the Slovak prisoners was unthinkable.", {"HUN"}, {"SVK"}),
    ("Malaysia did not grant Singapore access to its airspace.", {"MYS"}, {"SGP"}),
    ("Tunisia never gave its consent to the Libyan request.", {"TUN"}, {"LBY"}),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), REFUSED)
def test_what_is_called_impossible_or_not_granted_is_refused(
    code: Code, text: str, actors: set[str | None], recipients: set[str | None]
) -> None:
    """The deed named is not told as done; whoever speaks or withholds turns it down."""
    assert _told(code(text)) == [(EventType.REJECT, actors, recipients)]


SIDES: list[tuple[str, Sides]] = [
    ("A Ghanaian convoy was attacked by Ivorian rebels, wounding six soldiers.", (EventType.ASSAULT, {"CIV"}, {"GHA"})),
    ("Ten Kenyan nurses were taken hostage by Somali gunmen.", (EventType.ASSAULT, {"SOM"}, {"KEN"})),
    ("The Kremlin has sent a letter to Warsaw threatening to cut gas supplies.", (EventType.THREATEN, {"RUS"}, {"POL"})),
    ("Hundreds of Georgians threw eggs during a march against abuses by the Russian army.", (EventType.PROTEST, {"GEO"}, {"RUS"})),
    ("The Jemaah Islamiyah movement rejected an offer from Indonesia.", (EventType.REJECT, {"IMG"}, {"IDN"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), SIDES)
def test_who_did_it_to_whom_is_read_past_tolls_papers_and_names(code: Code, text: str, event: Sides) -> None:
    """An attack's toll, a letter's participle, "hostage", "by" below a deed and a noun after a name keep the sides."""
    assert _told(code(text)) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "The Chadian rebels said the president must resign before they disarm.",
        "Myanmar's president shortened the curfew imposed in Yangon last year.",
    ],
)
def test_what_is_not_yet_done_or_what_is_eased_is_no_event_of_its_own(code: Code, text: str) -> None:
    """A clause with "before" in the present lies ahead, and the measure that is eased is not imposed."""
    assert not {EventType.RETREAT, EventType.COERCE} & {event.type for event in code(text).events}
