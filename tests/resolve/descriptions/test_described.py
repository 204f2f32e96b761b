"""Who is only described: parties known by what stands beside them, before them, or by what they share."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model

# Text, head of the mention, its country, its first sector.
CASES = [
    ("Peru's parliament and opposition met.", "opposition", "PER", "PTY"),
    ("Marakwa, a Bolivian rebel movement, denied it.", "Marakwa", "BOL", "REB"),
    ("Chad thanked Malian doctors and engineers.", "engineers", "MLI", None),
    ("Ghana praised Cuba, whose soldiers had left.", "soldiers", "CUB", "MIL"),
    ("North Korea closed a pier. Then the North left.", "North", "PRK", None),
    ("Chile signed a pact with Oman. Qatar had warned the sultanate.", "sultanate", "OMN", None),
    ("A court in Lima jailed a Malian singer. Bakary Touré, 41, was held in May.", "Touré", "MLI", None),
    ("Villagers fled from gunmen loyal to the Chadian president.", "gunmen", "TCD", "UAF"),
    ("The African Union met the United Nations envoy. The bloc sent monitors.", "bloc", "IGO", None),
]


@pytest.mark.parametrize(("text", "head", "country", "sector"), CASES)
def test_a_party_has_the_country_that_its_description_gives(
    read: Read, text: str, head: str, country: str, sector: str | None
) -> None:
    """What stands beside a name, before it, or is shared with the noun before says whose it is."""
    mention = told(at(read(text), head, -1))
    assert mention.country == country
    assert sector is None or mention.sectors[:1] == (sector,)


@pytest.mark.parametrize("text", ["Arab leaders met in Cairo.", "The heads of government met the Chilean minister."])
def test_office_holders_of_many_states_are_of_states_together(read: Read, text: str) -> None:
    """ "Arab leaders" and "heads of government" are those of many states, not of the story's country."""
    mention = told(at(read(text), "leaders" if "leaders" in text else "heads"))
    assert mention.country == "IGO"
    assert mention.sectors[:1] == ("GOV",)


def test_both_alone_are_the_two_countries_of_the_sentence(read: Read) -> None:
    """A bare "both" goes back to the two that its sentence has named."""
    mention = at(read("Ghana has no border with Chad, but both have signed the charter."), "both")
    assert mention is not None
    assert mention.resolution is not None
    assert set(mention.resolution.countries) == {"GHA", "TCD"}


# Text, head of the mention, its country, its first sector: what decides when a name or land stands near by.
NEAR_BY = [
    ("The mayor of Lyon in France, Anne Roux, met the Chilean envoy.", "Roux", "FRA", "GOV"),
    ("A former minister of Chad fell ill. The former minister, Idriss Tolba, denied it.", "Tolba", "TCD", "ELI"),
    ("Police chief General Rudi Tanjo spoke in Indonesia.", "Tanjo", "IDN", "COP"),
    ("Mali thanked the European drug agency.", "agency", "EUR", "GOV"),
    ("Foreign fighters went home. Chad and Mali agreed.", "fighters", "IMG", "UAF"),
    ("Coalition troops left the valley near Mosul in Iraq.", "troops", "IMG", "MIL"),
    ("Members and supporters of the Movement for Democratic Change met in Harare.", "supporters", "ZWE", "PTY"),
    ("Brasilia waited. In Brazil, the Congress passed the budget.", "Congress", "BRA", "LEG"),
    ("Nora Lund, an English professor at Ohio State University, agreed.", "Lund", "USA", "EDU"),
    ("Kurdish officials in Iraq agreed.", "officials", "IRQ", "GOV"),
    ("A spokeswoman for the International Rescue Committee, Ann Moor, agreed.", "Moor", "NGO", "SOC"),
    ("Dora Sims, who runs the farm lobby of Kenya, agreed.", "Sims", "KEN", "AGR"),
]


@pytest.mark.parametrize(("text", "head", "country", "sector"), NEAR_BY)
def test_words_near_by_decide_between_the_story_and_the_description(
    read: Read, text: str, head: str, country: str, sector: str
) -> None:
    """A land, rank, alliance or body beside the words says whose they are, before the story's country does."""
    mention = told(at(read(text), head, -1))
    assert (mention.country, mention.sectors[:1]) == (country, (sector,))


def test_a_trade_in_the_next_sentence_is_told_of_the_only_one_named(read: Read) -> None:
    """ "The Spanish photographer" right after a sentence about one unknown man is that man."""
    resolved = read("Juan Vilar never meant to tell his tale. The Spanish photographer went to Libya in 2011.")
    found = [at(resolved, word) for word in ("Vilar", "photographer")]
    assert [m.resolution.country for m in found if m and m.resolution] == ["ESP", "ESP"]


def test_the_road_named_after_a_land_is_not_the_land(read: Read) -> None:
    """ "Grenada Street" in Darwin does not make the report one of Grenada."""
    resolved = read("Two men were shot in Grenada Street in Darwin, Australia.")
    assert "GRD" not in {m.resolution.country for m in resolved.mentions if m.resolution}


def test_an_ally_of_a_named_state_is_not_its_own(read: Read) -> None:
    """In "Peru's trade with Chile, its partner" it is Peru whose partner Chile is."""
    mention = told(at(read("Peru's trade with Chile, its biggest partner, rose."), "its"))
    assert mention.country == "PER"


def test_an_opponent_is_who_is_named_beside_him(read: Read) -> None:
    """ "His opponent, Ann Lee" stands for her, though the noun alone names no actor."""
    resolved = read("Karl Roe spoke in Chile. His opponent, Ana Lind, a Chilean senator, denied it.")
    mention = told(at(resolved, "opponent"))
    assert mention.sectors[:1] == ("LEG",)


def test_the_wives_of_fighters_do_not_fight(read: Read) -> None:
    """Kin of armed men are civilians."""
    assert told(at(read("The wives of rebels fled in Peru."), "wives")).sectors == ("CVL",)


def test_a_coalition_commander_is_of_no_parties(read: Read) -> None:
    """A coalition with commanders is one of armies."""
    assert told(at(read("A coalition commander spoke in Peru."), "commander")).sectors == ("MIL",)


def test_kin_of_rulers_are_the_elite(read: Read) -> None:
    """The brother of a president in office is no mere citizen."""
    story = read("In 2016 President Barack Obama spoke in Washington. Obama's brother sat beside him.")
    assert told(at(story, "brother")).sectors == ("ELI",)


PLACED = [
    ("Officials fled from Chad to Sudan, where the army shelled a camp.", "army", "SDN"),
    ("Officials met in Peru. Chileans flew to Lima, where the police held them.", "police", "PER"),
]


@pytest.mark.parametrize(("text", "head", "country"), PLACED)
def test_whoever_acts_where_a_place_was_just_named_is_of_its_land(
    read: Read, text: str, head: str, country: str
) -> None:
    """ "Where" points back to the place before it."""
    assert told(at(read(text), head)).country == country
