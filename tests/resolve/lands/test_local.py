"""Actors without a country get the story's, and people without a trade are civilians; what is told always wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.resolve.conftest import Read, at, story, told

from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.gazetteer import Gazetteer
from dateline.resolve import Resolver

if TYPE_CHECKING:
    from dateline.language import Parser


def test_protesters_are_those_of_the_country_the_story_is_about(read: Read) -> None:
    """A story that is plainly about one country gives it to everybody in it."""
    found = at(
        read("Peru's cabinet met in Lima. Protesters gathered outside. Peru's president was away."), "Protesters"
    )
    assert found is not None
    assert found.resolution is not None
    assert found.resolution.country == "PER"
    assert found.resolution.score <= 0.35
    assert "story's country" in found.resolution.rule


def test_a_country_named_by_the_way_is_not_theirs(read: Read) -> None:
    """US-backed rebels of nowhere stay without a country."""
    found = told(at(read("US-backed rebels took the bridge."), "rebels"))
    assert found.country is None


def test_a_person_of_no_told_trade_is_a_civilian(read: Read) -> None:
    """A name alone, with nothing that tells an office, is a civilian."""
    found = told(at(read("In Chile, Marta Queltehue lost her house."), "Queltehue"))
    assert found.sectors == ("CVL",)


def test_a_person_of_no_told_trade_in_a_story_of_firms_is_of_business(read: Read) -> None:
    """Where nearly all are firms and their people, a name alone is one of them."""
    text = (
        "Acme Corp said it bought Baxter Inc. Baxter Inc denied it. Acme Corp and Delta Ltd sued Baxter Inc. "
        "Delta Ltd won. Jane Doe welcomed the ruling."
    )
    assert told(at(read(text), "Doe")).sectors == ("BUS",)


def test_governments_of_the_world_are_no_one_countrys(read: Read) -> None:
    """A bare plural of state bodies spans states, so that the story's country is not theirs."""
    found = told(at(read("World governments condemned the coup in Mali."), "governments"))
    assert found.country == "IGO"


def test_a_newswire_says_nothing_of_the_scene(read: Read) -> None:
    """An agency is who reports, not where: its country is nobody's in the story."""
    found = told(at(read("Protesters gathered, a witness told AFP."), "Protesters"))
    assert found.country is None


def test_two_presidents_are_leaders_of_government(read: Read) -> None:
    """A pair takes the sectors that its members share."""
    text = "Chinese President Xi Jinping and Russian President Vladimir Putin met. The two leaders signed a pact."
    found = told(at(read(text), "leaders"))
    assert (set(found.countries), found.sectors) == ({"CHN", "RUS"}, ("GOV",))


def test_people_are_where_things_happen(parser: Parser) -> None:
    """Victims belong to the country that the report has things happen in, not to the one that acts there."""
    text = (
        "American jets struck again in Yemen. The American military spoke of a success. "
        "Several farmers died in northern Yemen, in fields near Sanaa. American pilots saw nobody. Farmers wept."
    )
    resolver = Resolver(KnowledgeBase.open(), Gazetteer.open())
    found = told(at(resolver.resolve(parser.parse(story(text))), "Farmers"))
    assert found.country == "YEM"


def test_a_ministry_acts_where_its_clause_opens(parser: Parser) -> None:
    """A body of state that a place's name opens the clause of is of that place, though the report is of another."""
    text = "Norway closed a road. Norway's police met. In Vilnius, the Foreign Ministry objected."
    resolver = Resolver(KnowledgeBase.open(), Gazetteer.open())
    found = told(at(resolver.resolve(parser.parse(story(text))), "Ministry"))
    assert found.country == "LTU"


def test_a_nationality_tells_whose_capital_it_is(read: Read) -> None:
    """Police in "the Omani capital" are Oman's, wherever the report comes from."""
    found = told(at(read("Kenya sent a note. Police in the Omani capital raided a shop."), "Police"))
    assert found.country == "OMN"


def test_who_returns_to_a_land_may_be_of_it(read: Read) -> None:
    """Only who visits a land is of another."""
    text = "Peru's courts were busy on Monday. Marta Velde had returned to Peru in May."
    assert told(at(read(text), "Velde")).country == "PER"
