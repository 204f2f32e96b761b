"""Countries by what they are to others, and "the state"."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "head", "country"),
    [
        ("Peru sent a note to its old rival, Chile.", "rival", "CHL"),
        ("Officials met the king of Norway, whose country sells gas.", "country", "NOR"),
        ("Peru's police left the town. Villagers in Peru blame the state.", "state", "PER"),
    ],
)
def test_a_word_for_a_country_is_the_country_meant(read: Read, text: str, head: str, country: str) -> None:
    """A rival is the one named beside it, "whose country" its ruler's, "the state" the one of the scene."""
    found = told(at(read(text), head))
    assert found.country == country


def test_a_chamber_of_many_states_is_that_of_the_story(read: Read) -> None:
    """The lower house of a report from Canada is Canada's, of one from London the United Kingdom's."""
    for text, country in (
        ("Canada's minister spoke in Ottawa. The House of Commons voted.", "CAN"),
        ("Britain's minister spoke in London. The House of Commons voted.", "GBR"),
    ):
        found = at(read(text), "House")
        assert found is not None
        assert found.resolution is not None
        assert (found.resolution.country, found.resolution.sectors) == (country, ("LEG",))


def test_ministers_from_many_countries_are_of_none_of_them(read: Read) -> None:
    """The story's own country is not given to them; governors of one country's states keep it."""
    for text, head, country in (
        ("Peru's president spoke in Lima. Ministers and envoys from 61 countries met.", "Ministers", "IGO"),
        ("The U.S. president spoke in Washington. Governors of nine states met.", "Governors", "USA"),
    ):
        found = at(read(text), head)
        assert found is not None
        assert found.resolution is not None
        assert found.resolution.country == country


def test_his_counterpart_is_of_another_land(read: Read) -> None:
    """The name beside "his counterpart" keeps the land that the base gives it."""
    found = told(at(read("Manmohan Singh met his counterpart, Nawaz Sharif.", "2013-08-07"), "Sharif"))
    assert found.country == "PAK"


def test_a_verb_at_the_head_of_a_sentence_is_no_acronym(read: Read) -> None:
    """ "Let them come" names no armed group whose initials are written so."""
    assert all(m.span.start > 0 for m in read("Let them come and govern here, the minister of Peru said.").mentions)


def test_soldiers_of_the_two_countries_are_of_both(read: Read) -> None:
    """Nations told by two victims are the two countries."""
    text = "A Kenyan guard and a Ugandan farmer were killed when troops from the two countries traded fire."
    assert set(told(at(read(text), "troops")).countries) == {"KEN", "UGA"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Somalia has few roads. Turkey, which trains guards and has a naval pact with the country, built one.", "SOM"),
        ("Fiji sacked its general. Australia, which pays half of the country's budget, protested.", "FJI"),
    ],
)
def test_the_country_is_none_that_does_the_deed_to_it(read: Read, text: str, country: str) -> None:
    """Whoever pays, trains or arms "the country" is another."""
    assert told(at(read(text), "country")).country == country


def test_a_land_in_a_list_is_one_though_taken_for_a_time(read: Read) -> None:
    """Both lands of "Ukraine, Russia swap prisoners" are parties."""
    resolved = read("Ukraine, Russia swap the dead at a crossing")
    assert told(at(resolved, "Ukraine")).country == "UKR"
    assert told(at(resolved, "Russia")).country == "RUS"


def test_a_land_written_small_is_the_land(read: Read) -> None:
    """A name in small letters that the parser takes for a land is one."""
    assert told(at(read("The minister said venezuela had obtained two new credits."), "venezuela")).country == "VEN"
