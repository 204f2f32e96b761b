"""Whole phrases as actors: organs of other countries, titles inside names, parties, attitudes, ports, guests."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told


@pytest.mark.parametrize(
    ("text", "head", "country", "sector"),
    [
        ("The Congress of Peru passed the bill.", "Congress", "PER", "LEG"),
        ("Swedish Gov. Ana Lindqvist signed the bill.", "Lindqvist", "SWE", "GOV"),
        ("Tarn Growers Federation president Ana Lindqvist met Swedish officials.", "Lindqvist", "SWE", "AGR"),
        ("A senior aide to Prime Minister Stefan Löfven spoke in Stockholm.", "aide", "SWE", "GOV"),
        ("The envoy told the security council that Norway would act.", "council", "UNO", "GOV"),
        ("The US-led coalition bombed a depot near Mosul in Iraq.", "coalition", "USA", "MIL"),
        ("Brazilian state-run dairies borrowed more from Brazilian banks.", "banks", "BRA", "BUS"),
    ],
)
def test_a_phrase_gives_country_and_sector(read: Read, text: str, head: str, country: str, sector: str) -> None:
    """The words of the phrase decide, not who is usually called so."""
    found = told(at(read(text), head))
    assert (found.country, (found.sectors or ("",))[0]) == (country, sector)


def test_a_name_before_port_is_a_place(read: Read) -> None:
    """A port's name that the parser takes for a person's is nobody in the whole story."""
    resolved = read("Workers at Santos port in Brazil struck. The strike hit Santos.")
    assert at(resolved, "Santos", 1) is None


def test_a_guest_is_not_of_the_country_visited(read: Read) -> None:
    """An unknown visitor does not take his host's country."""
    found = told(at(read("Wen Maolin visited Tanzania and toured a farm there."), "Maolin"))
    assert found.country is None


def test_a_firm_is_known_by_what_is_told_of_it(read: Read) -> None:
    """An unknown body of whose shares and earnings a report tells is a firm."""
    text = "OSLO - Varnholm said its shares fell. The company said earnings of Varnholm for the quarter rose."
    found = told(at(read(text), "Varnholm"))
    assert found.sectors == ("BUS",)


@pytest.mark.parametrize(
    "text", ["Danes living in Greenland voted.", "The Danes of Flensburg voted.", "Thousands of Danes marched in Oslo."]
)
def test_a_people_told_apart_is_people(read: Read, text: str) -> None:
    """Where they live or how many they are says that they are no government."""
    found = told(at(read(text), "Danes"))
    assert found.sectors == ("CVL",)


@pytest.mark.parametrize(
    ("text", "head", "country", "sector"),
    [
        ("Norway's police questioned its citizens.", "citizens", "NOR", "CVL"),
        ("A former Swedish soldier opened a bakery.", "soldier", "SWE", "CVL"),
        ("A former Swedish minister opened a bakery.", "minister", "SWE", "ELI"),
        ("Swedish recruits fighting for Boko Haram were captured.", "recruits", "SWE", "REB"),
        ("Norway accused rebels in northern Mali of smuggling.", "rebels", "MLI", "REB"),
        ("Soldiers arrested two gunmen in Lima on Monday.", "gunmen", "PER", "UAF"),
        ("Chechen rebels burned two lorries.", "rebels", "RUS", "REB"),
        ("The West froze its aid to Peru.", "West", "IGO", ""),
        ("The Swedish Transport Workers Union called off the strike.", "Union", "SWE", "LAB"),
        ("Officials in Norway said the provincial water department had erred.", "department", "NOR", "GOV"),
        ("The United Nations envoy for Yemen left.", "envoy", "UNO", "GOV"),
        ("The U.S. Agriculture Department raised its forecast. Farmers waited. The department gave no reason.",
         "department", "USA", "GOV"),
    ],
)  # fmt: skip
def test_a_noun_takes_what_its_kind_takes(read: Read, text: str, head: str, country: str, sector: str) -> None:
    """People at large take no sector of a body, ranks make no former officials, boards of a level are the state's."""
    found = told(at(read(text), head))
    assert (found.country, (found.sectors or ("",))[0]) == (country, sector)


def test_a_town_that_tells_or_decides_is_its_government(placed: Read) -> None:
    """ "The city said" means who rules it; a city that sleeps is a place."""
    resolved = placed("A main broke in Lyon. The city said the water was safe. The town slept.")
    assert (told(at(resolved, "city")).country, told(at(resolved, "city")).sectors) == ("FRA", ("GOV",))
    assert at(resolved, "town") is None


def test_parties_to_talks_are_no_political_ones(read: Read) -> None:
    """Where no party is named, parties are whoever deals with each other."""
    assert at(read("All parties to the talks on Cyprus agreed to meet again."), "parties") is None
    assert told(at(read("All parties in Denmark agreed to meet again."), "parties")).sectors == ("PTY",)


def test_a_house_that_somebody_has_is_no_chamber(read: Read) -> None:
    """A possessor makes a chamber a building."""
    assert at(read("Denmark's minister said his house was torched."), "house") is None


def test_militants_of_a_faith_are_no_clerics(read: Read) -> None:
    """A people of faith in arms is armed."""
    assert told(at(read("Sunni militants attacked a mosque in Iraq."), "militants")).sectors == ("UAF",)


def test_who_heads_a_body_of_sport_is_no_government(read: Read) -> None:
    """The president of a federation of no land is civil society's."""
    assert told(at(read("FIFA president Otto Brandel spoke."), "Brandel")).sectors == ("SOC",)


def test_a_date_is_no_armed_group(read: Read) -> None:
    """A group named after a day is not meant where a date stands."""
    assert at(read("He died in Greece on November 17 of last year."), "November") is None
