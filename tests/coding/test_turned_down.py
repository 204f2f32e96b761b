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


@pytest.mark.parametrize(
    "text",
    [
        "Chad does not intend to invade Sudan.",
        "Mali said its army was not planning an attack on Niger.",
        "Peru has not decided to expel the Bolivian consul.",
        "Oman did not promise Yemen to release the fishermen.",
        "Kenya has not yet confirmed that it will meet the Somali premier in Djibouti.",
        "The pollster spread the myth that Chile had attacked Bolivian villagers.",
        "Brokers speculated that Chad would attack Sudan.",
        "The aide read the list to visiting Norwegian Prime Minister Erna Solberg.",
        "The Chadian minister did not recommend talks with Sudan.",
        'The fans heard Kenyan students yell, "Arrest them!"',
        "The deal can be sealed before a warrant is issued against the Kenyan soldiers by a Ugandan court.",
    ],
)
def test_what_somebody_does_not_plan_promise_or_say_is_no_event(code: Code, text: str) -> None:
    """A word that carries an event, itself denied, tells neither the event nor its opposite."""
    assert _told(code(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chad does not plan to withdraw its troops from Sudan.",
        "Chad is not prepared to lift the sanctions against Sudan.",
        "Chad refused to disarm, recognise Sudan and sign the accord.",
    ],
)
def test_a_denied_intention_to_give_is_a_refusal(code: Code, text: str) -> None:
    """ "Does not plan to withdraw" turns down what "plans to withdraw" would grant; what is listed after it too."""
    (event,) = code(text).events
    assert event.type is EventType.REJECT


def test_a_toll_and_the_attack_that_it_names_are_one_event(code: Code) -> None:
    """ "Ten were killed and 25 hurt when a bomb exploded" tells one deed, with both figures."""
    (event,) = code(
        "Ten people were killed and 25 wounded in Herat when a bomb exploded among Iranian pilgrims."
    ).events
    assert {p.resolution.country for p in event.recipients} == {"IRN"}
    assert event.casualties.dead is not None
    assert event.casualties.injured is not None
    assert (event.casualties.dead.low, event.casualties.injured.low) == (10, 25)


def test_a_noun_s_attack_and_the_toll_of_its_relative_clause_are_one_event(code: Code) -> None:
    """ "The raid on Niger that killed six" tells one deed, dated by the clause of its toll."""
    coded = code("Mali condemned the Chadian raid on Niger that killed six people on Saturday.")
    assaults = [e for e in coded.events if e.type is EventType.ASSAULT]
    assert sides_of(assaults) == [(EventType.ASSAULT, {"TCD"}, {"NER"})]
    assert assaults[0].date.value == "2019-09-28"


def test_the_time_of_a_deed_is_not_its_doer(code: Code) -> None:
    coded = code("Peru condemned last week's Chilean attack on a Peruvian patrol.")
    assert (EventType.ASSAULT, {"CHL"}, {"PER"}) in _told(coded)
