"""Pairs such as "the two countries" and "both leaders"."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model

CASES = [
    ("Kenya and Somalia argue over a border. The two countries will meet.", "countries", {"KEN", "SOM"}),
    ("Vladimir Putin met Rodrigo Duterte. The two leaders shook hands.", "leaders", {"RUS", "PHL"}),
    ("Poland and Latvia signed a pact. Both sides praised it.", "sides", {"POL", "LVA"}),
    (
        "Peru and Chile share a border. The governments of the two countries agreed on patrols.",
        "governments",
        {"PER", "CHL"},
    ),
    (
        "Russia, Turkey and Iran sent envoys to Syria. Syria was quiet. The three countries met in Geneva.",
        "countries",
        {"RUS", "TUR", "IRN"},
    ),
]


@pytest.mark.parametrize(("text", "head", "countries"), CASES)
def test_pair_covers_both_countries(read: Read, text: str, head: str, countries: set[str]) -> None:
    """A pair stands for the two that the story named, as countries and as parts."""
    resolved = read(text)
    mention = at(resolved, head)
    assert mention is not None
    assert mention.resolution is not None
    assert set(mention.resolution.countries) == countries
    parts = [resolved.mentions[i].resolution for i in mention.parts]
    assert {p.country for p in parts if p} == countries


def test_two_unknown_countries_are_nobody(read: Read) -> None:
    """Without two countries in the story the pair is not guessed."""
    assert at(read("The two countries agreed."), "countries") is None


def test_partners_of_one_side_are_others(read: Read) -> None:
    """ "Our partners" are not the two countries of the story."""
    assert at(read('Poland and Latvia met. "Our partners agree," Poland said.'), "partners") is None


def test_member_countries_of_a_body_are_the_bodys(read: Read) -> None:
    """ "Other ASEAN member countries" act as the body, not as nobody."""
    mention = told(at(read("Indonesia worked with several other ASEAN member countries."), "countries"))
    assert mention.country == "IGO"


def test_a_people_of_several_countries_is_of_the_one_that_is_said(read: Read) -> None:
    """ "Syria's Kurds" are Syria's."""
    mention = told(at(read("Turkey accused Syria's Kurds of wanting a state."), "Kurds"))
    assert mention.country == "SYR"


@pytest.mark.parametrize("words", ["The two opposition parties", "Both opposition parties"])
def test_counted_bodies_of_one_country_are_its_own(read: Read, words: str) -> None:
    """ "The two opposition parties" point back to no pair of states: they are parties of the story's country."""
    found = read(f"Norway votes on Sunday.\n\n{words} in Norway condemned the law.")
    assert any(m.resolution and m.resolution.country == "NOR" and "OPP" in m.resolution.sectors for m in found.mentions)


def test_the_three_baltic_ministers_are_of_the_three_states(read: Read) -> None:
    """States that go by one name need not be named; two of three are not guessed from it."""
    met = told(at(read("Poland thanked Finland. The three Baltic ministers met."), "ministers"))
    assert set(met.countries) == {"EST", "LVA", "LTU"}
    two = at(read("The two Baltic ministers met."), "ministers")
    assert two is None or two.resolution is None or not two.resolution.countries
