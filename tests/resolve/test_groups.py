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


def test_a_list_behind_a_group_tells_who_is_of_it(read: Read) -> None:
    """The lands that a sentence lists behind just so many countries are meant, not those named before."""
    text = "An envoy of the United States left. The four countries behind the aircraft, France, Germany, Spain and Britain, met."
    found = told(at(read(text), "countries"))
    assert set(found.countries) == {"FRA", "DEU", "ESP", "GBR"}


def test_two_unknown_countries_are_nobody(read: Read) -> None:
    """Without two countries in the story the pair is not guessed."""
    assert at(read("The two countries agreed."), "countries") is None


def test_partners_of_one_side_are_others(read: Read) -> None:
    """ "Our partners" are not the two countries of the story."""
    assert at(read('Poland and Latvia met. "Our partners agree," Poland said.'), "partners") is None


def test_the_sides_are_those_that_the_story_joined(read: Read) -> None:
    """A government and its rebels are both sides, not the state that mediates between them."""
    resolved = read(
        "The government of South Sudan and a rebel group declared a truce after talks mediated by Ethiopia. "
        "Both sides will free prisoners."
    )
    mention = told(at(resolved, "sides"))
    assert mention.countries == ("SSD",)


def test_they_are_both_who_were_just_told_to_have_met(read: Read) -> None:
    """After "A held talks with B" a plural pronoun without another antecedent means both."""
    resolved = read("Vladimir Putin held talks with Rodrigo Duterte in Manila. They agreed to boost trade.")
    mention = told(at(resolved, "They"))
    assert set(mention.countries) == {"RUS", "PHL"}


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


LATTER = [
    ("Vietnam and China met in Hue on Tuesday. The former threatened to sue the latter.", "former", "VNM"),
    ("Vietnam and China met in Hue on Tuesday. The former threatened to sue the latter.", "latter", "CHN"),
    ("Chile's foreign minister met his Peruvian counterpart. The latter accused Santiago of delay.", "latter", "PER"),
]


@pytest.mark.parametrize(("text", "word", "country"), LATTER)
def test_the_former_and_the_latter_are_the_two_named_just_before(
    read: Read, text: str, word: str, country: str
) -> None:
    """Of two lands' parties "the former" is the first and "the latter" the second."""
    assert told(at(read(text), word)).country == country


def test_the_former_minister_and_the_latter_of_three_are_no_such_pair(read: Read) -> None:
    """An adjective points back to nobody, and of three lands nobody knows which is meant."""
    spoke = read("Peru and Chile met. The former minister of Togo spoke.")
    assert told(at(spoke, "minister")).country == "TGO"
    assert at(read("Peru, Chile and Togo met. The latter left."), "latter") is None


def test_two_banks_are_no_two_states(read: Read) -> None:
    """Firms of no name are not the lands of the story: the banks of a river, two airlines."""
    assert at(read("Kenya and Somalia argue over a border. Guns on both banks fell silent."), "banks") is None


def test_four_ministers_of_whom_two_are_named_are_nobody(read: Read) -> None:
    """A number that the story's lands do not make up is not filled with the two that it names."""
    assert at(read("Kenya and Somalia quarrel. The four ministers met."), "ministers") is None


def test_both_armies_are_those_of_the_two_lands_that_a_report_opens_with(read: Read) -> None:
    """Two nations side by side in the first sentence are meant before a third that is named more often."""
    text = "Latvian and Estonian engineers opened a bridge with Polish money. Poland was glad, and Warsaw sent a band. "
    mention = told(at(read(text + "The river is wide. Both armies guarded it."), "armies"))
    assert set(mention.countries) == {"LVA", "EST"}


def test_the_three_baltic_ministers_are_of_the_three_states(read: Read) -> None:
    """States that go by one name need not be named; two of three are not guessed from it."""
    met = told(at(read("Poland thanked Finland. The three Baltic ministers met."), "ministers"))
    assert set(met.countries) == {"EST", "LVA", "LTU"}
    two = at(read("The two Baltic ministers met."), "ministers")
    assert two is None or two.resolution is None or not two.resolution.countries


def test_both_sides_of_a_report_on_one_land_are_of_it(read: Read) -> None:
    """Where a report is about one land, a bank or visitor of another is no side of its quarrel."""
    text = (
        "SUVA, June 3, 2011 - Workers at Fiji's docks in Suva stopped work on Friday. Fijian police watched. The Fiji "
        "Ports Company asked a Fijian court to rule. An Australian ship left for Fiji's north.\n\n"
        "The prime minister appealed to both sides to go to arbitration."
    )
    assert told(at(read(text), "sides")).codes == ("FJI",)
