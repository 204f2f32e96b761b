"""Bodies of states that only their members, their part of the world or a capital letter tell of."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model

CASES = [
    ("Ministers met on Tuesday. The 28-nation bloc froze the assets of two judges.", "bloc", "EUR"),
    ("The African Union suspended Burundi. The 54-nation body demanded an election.", "body", "IGO"),
    ("Senegal condemned the coup. The West African bloc threatened Guinea with sanctions.", "bloc", "IGO"),
    ("Peru asked for a debate. The 193-member body declined.", "body", "UNO"),
    ("The African Union met in Addis Ababa. The 193-member body declined.", "body", "UNO"),
    (
        "The Caribbean Community met in Bridgetown and accused the European Union. The 15-nation community asked for help.",
        "community",
        "IGO",
    ),
]


@pytest.mark.parametrize(("text", "head", "country"), CASES)
def test_a_body_of_states_goes_by_how_many_it_has(read: Read, text: str, head: str, country: str) -> None:
    """A bloc of so many nations is the body named before, else the one of so many, else one of no known name."""
    assert told(at(read(text), head)).country == country


@pytest.mark.parametrize(
    ("text", "head"),
    [("The 12-member council of elders met in Togo.", "council"), ("The left-wing bloc in Togo split.", "bloc")],
)
def test_members_or_a_leaning_make_no_body_of_states(read: Read, text: str, head: str) -> None:
    """A council counts members too, and a bloc of a parliament has no part of the world."""
    mention = at(read(text), head)
    assert mention is None or mention.resolution is None or mention.resolution.country not in {"IGO", "EUR", "UNO"}


def test_the_commission_is_the_unions_where_the_report_names_the_union(read: Read) -> None:
    """A capital letter is enough in a report that names the European Union, and tells nothing in another."""
    text = "{} sided with London. Yesterday the Commission's director reproached Reykjavik."
    assert told(at(read(text.format("The European Union")), "director")).country == "EUR"
    assert at(read(text.format("Norway")), "Commission") is None


FORCES = [
    (
        "The United Nations force in Togo rescued forty people. The commander of the force accused the army.",
        "commander",
    ),
    ("UN peacekeepers evacuated forty people. The force condemned an attack.", "force"),
    ("The U.N. nuclear watchdog accused Iran. The agency asked Tehran to admit its staff.", "agency"),
]


@pytest.mark.parametrize(("text", "head"), FORCES)
def test_a_force_or_agency_is_of_the_body_that_it_was_told_to_be_of(read: Read, text: str, head: str) -> None:
    """ "The force", its commander and "the agency" come back to the United Nations' own."""
    assert told(at(read(text), head)).country == "UNO"


def test_a_commission_of_inquiry_is_the_states(read: Read) -> None:
    """What a state sets up to find something out is its organ; a commission of ten per cent is none."""
    assert told(at(read("NIAMEY, June 3 - A commission of inquiry accused Niger's treasurer."), "commission")).sectors
    assert at(read("He took a commission of ten per cent in Niger."), "commission") is None
