"""People and services without a land belong where their clause plays, else their paragraph, else their report."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.resolve.conftest import Read, at

from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.gazetteer import Gazetteer
from dateline.language import Parser
from dateline.model import ResolvedStory
from dateline.readers import story_from_text
from dateline.resolve import Resolver


@pytest.fixture(scope="module")
def read(parser: Parser) -> Read:
    """Parse and resolve a report with the places of the gazetteer."""
    resolver = Resolver(KnowledgeBase.open(), Gazetteer.open())

    def run(text: str, day: str | None = "2024-05-02") -> ResolvedStory:
        published = datetime.fromisoformat(day or "2024-05-02").replace(tzinfo=UTC)
        return resolver.resolve(parser.parse(story_from_text(text, id="s", published=published)))

    return run


def _country(resolved: ResolvedStory, word: str) -> str | None:
    found = at(resolved, word)
    assert found is not None, word
    assert found.resolution is not None, word
    return found.resolution.country


PERU = "Peru's cabinet met in Lima on Monday. Peru's president opened the session. "


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("In Nairobi, officers beat a crowd of market traders.", "crowd"),
        ("The police in Nairobi seized a truck of maize.", "police"),
        ("The flood came after a blast killed six recruits at a depot near Nairobi.", "recruits"),
        ("In Nairobi, rain fell. Students burned tyres.", "Students"),
    ],
)
def test_what_places_the_clause_places_its_people(read: Read, words: str, who: str) -> None:
    """A place that stands with the deed, or opens the clause or the paragraph, beats the land of the story."""
    assert _country(read(PERU + words), who) == "KEN"


def test_a_place_where_somebody_only_tells_is_no_scene(read: Read) -> None:
    """What opens a clause of telling says where the teller is."""
    assert _country(read(PERU + "In Nairobi, the envoy said all was well. Students burned tyres."), "Students") == "PER"


def test_who_is_acted_upon_does_not_lend_the_land(read: Read) -> None:
    """Police who arrest foreigners are the report's own."""
    text = (
        "LUSAKA, May 2 (Reuters) - Zambia closed its border with Malawi on Thursday. "
        "Reserves were put on alert and police rounded up dozens of Malawian traders."
    )
    assert _country(read(text), "police") == "ZMB"


def test_a_sentence_of_its_own_goes_back_to_the_report(read: Read) -> None:
    """After an aside about another land, a new subject without one is of the land that the report opens with."""
    text = (
        "LUSAKA, May 2 (Reuters) - Zambia marked its national day on Thursday with a parade. "
        "Its guests had fought beside Angolan units in Angola, and Angola sent a band. "
        "Five opposition parties kept out of the stadium."
    )
    assert _country(read(text), "parties") == "ZMB"


def test_a_diplomat_is_of_the_other_land(read: Read) -> None:
    """Whoever is posted to the land of a report does not serve it."""
    text = "LUSAKA, May 2 (Reuters) - Zambia expelled four Belgians on Thursday. The ambassador called it a mistake."
    assert _country(read(text), "ambassador") == "BEL"


@pytest.mark.parametrize(
    ("words", "who"), [("Donors sent tents.", "Donors"), ("It will not recognise any junta.", "junta")]
)
def test_who_comes_from_abroad_or_is_whichever_has_no_land(read: Read, words: str, who: str) -> None:
    """Donors are not the sufferers' own, and "any junta" is that of no land in particular."""
    assert _country(read(PERU + words), who) is None


@pytest.mark.parametrize(("place", "land"), [("Hasakah in Syria", "SYR"), ("Sulaymaniyah in Iraq", "IRQ")])
def test_a_people_of_several_lands_lives_where_things_happen(read: Read, place: str, land: str) -> None:
    """Whoever acts against a people without a state is named more often, and is not its land."""
    text = (
        f"Turkey shelled a camp near {place} on Friday. Turkey's army said Turkey had hit a depot in {place}. "
        "Kurdish fighters left the camp, Turkey said."
    )
    assert _country(read(text), "fighters") == land


def test_money_tells_of_no_land(read: Read) -> None:
    """A sum of dollars does not make thieves American."""
    text = (
        "A ring worth two million US dollars was stolen in Oslo. A guard said US dollars were taken too. Thieves fled."
    )
    assert _country(read(text), "Thieves") == "NOR"


def test_a_pair_to_whom_something_is_done_is_two_people(read: Read) -> None:
    """Of which states a report tells says nothing of whom police hold."""
    text = (
        "Two Chilean students, Ana Roe and Luis Paz, vanished. France and Peru agreed on a search. "
        "France and Peru said that the pair were arrested."
    )
    found = at(read(text), "pair")
    assert found is not None
    assert found.resolution is not None
    assert not {"FRA", "PER"} & {found.resolution.country, *found.resolution.countries}


PLACED = [
    ("TEHRAN, June 3 - Iran wrote to Iraq. Sunday in Basra two men were shot, and nine people were arrested.", "people", "IRQ"),
    ("DHAKA, June 3 - Bangladesh shut a road to India. Tripura's police arrested nine smugglers.", "police", "IND"),
    ("TEHRAN, June 3 - Iran's oil minister rested. From Baku came an offer, which the president rejected.", "president", "IRN"),
    ("LIMA, June 3 - Soldiers fired at a boat. Bolivian fishermen protested in La Paz.", "Soldiers", "PER"),
    ("GDYNIA, June 3 - The strike goes on. Belgium waits for its ship. A foreman was beaten on Monday.", "foreman", "POL"),
    ("The representative in Honduras of the Organization of American States spoke.", "representative", "IGO"),
    ("OSLO, June 3 - Peruvian rebels sat down on Monday with a Peruvian minister under the eyes of Norwegian facilitators. The army mocked the talks.", "army", "PER"),
    ("LUXEMBOURG, June 3 - Judges here dismissed the appeal of Chad, and Chad protested. Chad will pay.", "Judges", "LUX"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "country"), PLACED)
def test_a_place_or_the_dateline_gives_the_land(read: Read, text: str, word: str, country: str) -> None:
    """A day before a place opens a clause too; word from a land is not told there; what is told first is at home; an envoy in a land is of his body; a host is not told of."""
    assert _country(read(text), word) == country


def test_an_office_that_a_land_urges_is_anothers(read: Read) -> None:
    """Whoever is asked by Australia is not Australia's."""
    text = "Fiji built a jetty in May. Australia, which likes no jetties, urged the prime minister to wait."
    assert _country(read(text), "minister") == "FJI"


def test_a_province_that_sues_is_its_government(read: Read) -> None:
    """A state or province of a federation that decides something is a government of its land."""
    resolved = read("Arizona sued the drug maker on Monday.")
    assert _country(resolved, "Arizona") == "USA"
