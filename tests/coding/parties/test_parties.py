"""Who is in an event beyond its frame: one's own forces, whose land is struck, rivals at home."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from dateline.knowledge.parties import PartyExample, party_words
from dateline.model import CodedStory, Event, EventType, Participant

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _first(coded: CodedStory, kind: EventType) -> Event:
    return next(e for e in coded.events if e.type is kind and e.content_of is None)


SENTENCES = [
    pytest.param(example, id=f"{found.name}-{kind}")
    for found in party_words().sets.values()
    for kind, example in (("example", found.example), ("near miss", found.near_miss))
]


@pytest.mark.parametrize("example", SENTENCES)
def test_the_sets_decide_as_their_sentences_say(code: Code, example: PartyExample) -> None:
    """Some event of the type that a set's sentence names has exactly the parties that it names."""
    events = [e for e in code(example.text).events if e.type is example.type]
    found = [(_countries(e.actors), _countries(e.recipients)) for e in events]
    assert (set(example.actor), set(example.recipient)) in found, found


def _countries(parties: Sequence[Participant]) -> set[str]:
    resolutions = [p.resolution for p in parties]
    return {code for r in resolutions for code in (r.countries or (r.country,)) if code}


def test_ones_own_army_is_not_the_recipient_of_its_withdrawal(code: Code) -> None:
    """Whoever pulls his own troops back does it to nobody that the words name."""
    event = _first(code("Kenya has pulled back its soldiers to spare lives."), EventType.RETREAT)
    assert [p.resolution.country for p in event.actors] == ["KEN"]
    assert event.recipients == ()


def test_a_town_that_is_shelled_stands_for_its_country(code: Code) -> None:
    """Where only a place is attacked, the country that it lies in is the recipient, with the reason."""
    event = _first(code("Turkish warplanes bombed the city of Aleppo on Monday."), EventType.ASSAULT)
    assert [p.resolution.country for p in event.recipients] == ["SYR"]


def test_who_is_charged_with_joining_a_group_is_not_the_group(code: Code) -> None:
    """An unresolved "him" leaves the recipient open; what he is charged with names nobody."""
    found = code("Chad charged him with belonging to Boko Haram.").events
    assert all(p.resolution.country != "IMG" for e in found for p in e.recipients)


def test_what_one_cannot_do_is_no_denial(code: Code) -> None:
    """Being unable to do a thing is neither the deed nor its denial."""
    assert not [e for e in code("Peru cannot detain Chilean soldiers.").events if e.type is EventType.COERCE]


def test_a_signed_agreement_tells_its_purpose_once(code: Code) -> None:
    """What agreements are for is part of the signing, not a second event."""
    coded = code("China and Russia signed eight agreements to boost trade and technical cooperation.")
    assert {e.type for e in coded.events if e.content_of is None} == {EventType.SUPPORT}


def test_who_speaks_ahead_of_a_meeting_with_somebody_takes_part_in_it(code: Code) -> None:
    """The subject of "said ahead of a meeting with ..." will meet whom the meeting is with."""
    text = "Chilean President Ana Paz spoke ahead of a meeting with Peruvian foreign minister Leo Sosa."
    event = next(e for e in code(text).events if e.type in {EventType.CONSULT, EventType.AGREE})
    assert {p.resolution.country for p in (*event.actors, *event.recipients)} == {"CHL", "PER"}


PARTIES = [
    ("Five Ghanaian guards were killed in a raid by Togolese rebels.", EventType.ASSAULT, {"TGO"}, {"GHA"}),
    ("A mine laid by Togolese rebels killed five Ghanaian guards.", EventType.ASSAULT, {"TGO"}, {"GHA"}),
    ("Ghana and Togo accused one another of spying.", EventType.ACCUSE, {"GHA", "TGO"}, set()),
    ("Ghana, along with Togo, condemned Malta.", EventType.ACCUSE, {"GHA", "TGO"}, {"MLT"}),
    ("Delegates from Ghana, Benin and Togo met in Lome on Tuesday.", EventType.CONSULT, {"GHA", "BEN", "TGO"}, set()),
    ("Ghana welcomed Togo's decision to free five Maltese sailors.", EventType.CONCEDE, {"TGO"}, {"MLT"}),
    ("Ghana imposed a curfew on the northern city of Tamale.", EventType.COERCE, {"GHA"}, {"GHA"}),
    ("Romanian police beat twenty ethnic Hungarians.", EventType.ASSAULT, {"ROU"}, {"ROU"}),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), PARTIES)
def test_who_did_it_to_whom(code: Code, text: str, kind: EventType, actors: set[str], recipients: set[str]) -> None:
    """Grammar around a deed names both sides: papers, wielders, company, reciprocity, peoples and measures at home."""
    found = [(_countries(e.actors), _countries(e.recipients)) for e in code(text).events if e.type is kind]
    assert (actors, recipients) in found, found


def test_somebody_unknown_who_is_asked_leaves_no_room_for_others(code: Code) -> None:
    """Whoever urges people that nobody knows asks nothing of the states named in what they are to do."""
    found = code("Ghana urged foreign banks to lend more for Togolese roads.").events
    assert all("TGO" not in _countries(e.recipients) for e in found)


def test_fighters_are_of_a_state_whose_people_they_harm(code: Code) -> None:
    """Gunmen who kill people of the story's country are its own; those who act alone may come from anywhere."""
    event = _first(code("NAIROBI (Reuters) - Gunmen killed two Kenyan nurses on Monday."), EventType.ASSAULT)
    assert _countries(event.actors) == {"KEN"}
    event = _first(code("NAIROBI (Reuters) - Gunmen killed two Swedish nurses on Monday."), EventType.ASSAULT)
    assert _countries(event.actors) == set()


def test_courts_charge_firms_of_their_own_country(code: Code) -> None:
    """A firm of no stated country that a court fines is of the court's country."""
    event = _first(code("NAIROBI (Reuters) - A Kenyan court charged two executives with fraud."), EventType.ACCUSE)
    assert _countries(event.recipients) == {"KEN"}


def test_fighters_at_a_place_are_of_its_country(code: Code) -> None:
    """Armed men who act alone at a place of the story's country are its own."""
    event = _first(code("NAIROBI (Reuters) - Rebels captured a base in Kisumu on Monday."), EventType.ASSAULT)
    assert _countries(event.actors) == {"KEN"}


def test_a_visited_town_stands_for_its_land_unless_the_visitor_is_at_home(code: Code) -> None:
    event = _first(code("The Danish foreign minister flew to Karachi on Wednesday."), EventType.CONSULT)
    assert [p.resolution.country for p in event.recipients] == ["PAK"]
    assert code("The Pakistani foreign minister flew to Karachi on Wednesday.").events == ()


def test_what_is_lent_to_anothers_cause_is_no_own_cause(code: Code) -> None:
    event = _first(code("The United States and Britain gave the programme their endorsement."), EventType.SUPPORT)
    assert {p.resolution.country for p in event.actors} == {"USA", "GBR"}
    assert not [e for e in code("The Chilean minister stood by his plan.").events if e.type is EventType.SUPPORT]
