"""What the story says of somebody in another sentence."""

from __future__ import annotations

from datetime import date

import pytest
from tests.resolve.conftest import Read, at, told

from dateline.model import Resolution
from dateline.resolve import Resolver
from dateline.resolve.people.told import RULE
from dateline.resolve.pieces.link import Hints, Linker


def _known(read: Read, text: str, word: str, nth: int = 0) -> Resolution:
    return told(at(read(text), word, nth))


def test_what_somebody_is_said_to_be_holds_for_all_his_mentions(read: Read) -> None:
    """A predicate tells the country of a person whom nothing else places."""
    text = "Marta Velde died on Sunday. She was one of three Danish nurses in the valley."
    assert _known(read, text, "Velde").country == "DNK"


def test_what_somebody_may_be_tells_nothing(read: Read) -> None:
    """A denied predicate describes nobody."""
    text = "Marta Velde died on Sunday. She was not a Danish nurse."
    assert _known(read, text, "Velde").rule != RULE


def test_troops_are_of_the_state_that_sends_them(read: Read) -> None:
    """Forces without an adjective belong to the state that the sentence has sending them."""
    text = "The fighting in Mali went on. Denmark will send 200 troops to Mali next week."
    assert _known(read, text, "troops").country == "DNK"


def test_a_bare_spokesman_speaks_for_the_body_that_acts(read: Read) -> None:
    """A spokesman of nobody named is the last acting body's."""
    text = "The Bundesbank left its rates alone. A spokesman gave no reason."
    assert _known(read, text, "spokesman").country == "DEU"


def test_a_party_to_a_treaty_is_no_party(read: Read) -> None:
    """With "to" behind it the noun means who takes part."""
    found = at(read("Peru is a party to the treaty."), "party")
    assert found is None or found.resolution is None


@pytest.mark.parametrize("text", ["They fear that market forces will decide.", "She spoke of social justice in Peru."])
def test_words_for_actors_that_name_a_thing_together_are_none(read: Read, text: str) -> None:
    """Forces of the market fight nobody, and social justice is no court."""
    resolved = read(text)
    named = {t.text: at(resolved, t.text) for t in resolved.parsed.tokens if t.text in {"forces", "justice"}}
    assert all(m is None for m in named.values())


def test_a_noun_ends_at_a_comma(read: Read) -> None:
    """Two nouns with a comma between them are two actors."""
    text = "Villagers spoke of thefts by the Danish military, officials said on Monday."
    assert _known(read, text, "military").country == "DNK"


def test_a_rank_inside_a_bodys_name_makes_no_soldier(read: Read) -> None:
    """The first word of an office's name is no general."""
    assert "MIL" not in _known(read, "The U.S. General Accounting Office criticised the plan.", "Office").sectors


def test_the_chief_of_staff_of_an_army_is_a_soldier(read: Read) -> None:
    """A post of the government's kind inside an armed service is the service's."""
    assert _known(read, "Danish army chief of staff Nils Ruud resigned.", "Ruud").sectors[0] == "MIL"


def test_a_rulers_name_gives_the_regime_its_country(read: Read) -> None:
    """A regime named after its ruler is his country's, whatever else the story is about."""
    text = (
        "Russia and Iran met in Russia. Russia said Syria's Bashar al-Assad would stay. Russia backs the Assad regime."
    )
    assert _known(read, text, "regime").country == "SYR"


def test_the_security_council_before_a_noun_is_the_united_nations(read: Read) -> None:
    """An organ of the United Nations that modifies a noun is theirs and not the story's country's."""
    assert _known(read, "A security council vote on Chad was put off by Chad.", "council").country == "UNO"


def test_a_candidate_is_named_by_his_surname(resolver: Resolver) -> None:
    """Who runs for president that day is known without his first name, in a story of that country."""
    found = Linker(resolver._find).surname("Sanders", Hints(story=("USA",)), date(2016, 2, 20))
    assert found.name == "Bernie Sanders"


def test_a_firm_is_of_the_land_that_a_later_sentence_seats_it_in(placed: Read) -> None:
    """ "Based in" gives a firm its land, also where it was named before."""
    text = "CHICAGO, May 3 - Bray Corp bought Ostrel Enterprises. Ostrel, based in Toronto, collects used oils."
    resolved = placed(text)
    assert told(at(resolved, "Enterprises")).country == "CAN"


def test_a_sentence_tells_what_somebody_is(read: Read) -> None:
    """Whoever "is a party official" by a sentence of the story is of a party in all of it."""
    story = read("Mark Roe opened the door. Roe is a senator from Lima.")
    assert told(at(story, "Roe")).sectors[:1] == ("LEG",)


def test_a_predicate_takes_the_land_of_its_subject(read: Read) -> None:
    """Somebody is of one land by whatever noun he is called."""
    text = "Danish nurse Marta Velde died in Peru. Velde had a plan, kept it and was a loyal friend."
    assert _known(read, text, "friend").country == "DNK"


def test_what_somebody_works_as_is_of_his_land(read: Read) -> None:
    """The noun behind "as" is its subject."""
    text = "Danish nurse Marta Velde died in Peru. Velde had worked as a teacher."
    assert _known(read, text, "teacher").country == "DNK"
