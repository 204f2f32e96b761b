"""Companies that no base holds are known by their form, and come back by short names and "the company"."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.resolve.conftest import Read, at, told

from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.gazetteer import Gazetteer
from dateline.language import Parser
from dateline.readers import story_from_text
from dateline.resolve import Resolver


def test_a_legal_form_makes_a_company_also_as_an_object(read: Read) -> None:
    """A name that ends in Inc or the like is a firm wherever it stands."""
    found = told(at(read("The board agreed to buy Varnhem Tools Inc for cash."), "Inc"))
    assert found.sectors == ("BUS",)


def test_a_short_name_is_the_company_named_before(read: Read) -> None:
    """The first word of a firm's name stands for it later in the story, and is no person."""
    story = read("Ostrava Mines Ltd cut 300 jobs on Monday. Later Ostrava said the price of zinc had fallen.")
    first, again = at(story, "Ltd"), at(story, "Ostrava", 1)
    assert first is not None
    assert again is not None
    assert again.chain == first.chain


def test_the_company_goes_back_to_it(read: Read) -> None:
    """A definite noun for firms goes back to the firm; one for armed groups does not."""
    story = read("Kelso Motors Inc closed a plant. The company blamed weak demand. The militia was silent.")
    firm, again = at(story, "Inc"), at(story, "company")
    assert firm is not None
    assert again is not None
    assert again.chain == firm.chain


def test_a_form_of_one_country_gives_it(read: Read) -> None:
    """GmbH is German where nothing else is said."""
    found = told(at(read("Talks with Feinbau GmbH failed."), "GmbH"))
    assert found.country == "DEU"


def test_a_chairman_without_a_firm_belongs_to_the_one_named_before(read: Read) -> None:
    """Titles that take their employer's sectors look back to the last firm."""
    found = told(at(read("Varnhem Tools Inc cut its dividend. Chairman Donald Roselli blamed the weather."), "Roselli"))
    assert found.sectors == ("BUS",)


def test_initials_stand_for_a_body_named_before(read: Read) -> None:
    """Capitals that are the first letters of a body's name are that body."""
    story = read("The Kelmar Boat Owners Union struck. Later the KBOU said talks had failed.")
    name, short = at(story, "Union"), at(story, "KBOU")
    assert name is not None
    assert short is not None
    assert short.chain == name.chain


def test_partners_are_one_firm(read: Read) -> None:
    """What ends in "and Co" is a firm, and so are the names listed before it."""
    story = read("Shares were sold by Ostrava, Kelso and Lind Inc and by Varnhem and Co on Monday.")
    for word in ("Ostrava", "Co"):
        found = at(story, word)
        assert found is not None
        assert found.resolution is not None
        assert found.resolution.sectors == ("BUS",)


def test_a_firm_sits_where_its_brackets_are_followed_by_a_place(placed: Read) -> None:
    """The land behind a firm's name is its own, and not that of the firm before it."""
    resolved = placed("OSLO, May 3 - Fjordkraft Steel Corp and <Lakeview Steel Co> of the U.S. signed a contract.")
    assert told(at(resolved, "Co")).country == "USA"
    assert told(at(resolved, "Corp")).country == "NOR"


def test_a_name_in_brackets_is_a_firms(placed: Read) -> None:
    """Wire copy sets firms in brackets, whatever they are called; a ticker is nobody."""
    resolved = placed("OSLO, May 3 - <Nordal Vesta> said it sold a mill. Varnhem Tools AB <vrnh.ST> said it was sold.")
    assert told(at(resolved, "Vesta")).sectors == ("BUS",)
    assert [told(at(resolved, "it", n)).sectors for n in (0, 1)] == [("BUS",), ("BUS",)]


def test_a_firm_of_nowhere_that_opens_a_report_is_of_the_datelines_land(placed: Read) -> None:
    """Another land's money and regulator say nothing of where a firm sits."""
    text = "TORONTO, May 3 - Varnhem Tools Inc said it will sell U.S. 40 mln dlrs of notes and filed with the SEC."
    assert told(at(placed(text), "Inc")).country == "CAN"


def test_the_president_of_an_exchange_is_no_states(read: Read) -> None:
    """Who heads a firm or an exchange of no name is business."""
    assert told(at(read("Owen Brand, president of the exchange, spoke."), "Brand")).sectors == ("BUS",)


def test_a_ministry_of_a_trade_is_no_firm(read: Read) -> None:
    """A form of state before "of" stands above the trade that ends the name."""
    assert told(at(read("The Kuwaiti Ministry of Energy said output rose."), "Ministry")).sectors == ("GOV",)


def test_a_form_of_two_words_makes_a_firm_and_its_short_name(read: Read) -> None:
    """A savings and loan association is a firm, and so is its first word later on."""
    resolved = read("Cardinal Savings and Loan Association said a rival had bid for Cardinal on Monday.", "1987-06-01")
    for nth in (0, 1):
        mention = next(m for m in resolved.mentions[nth:] if "Cardinal" in m.span.of(resolved.parsed.story.text))
        assert mention.resolution is not None
        assert mention.resolution.sectors == ("BUS",)


def test_a_gas_corporation_is_a_firm_that_it_goes_back_to(read: Read) -> None:
    """A trade before a legal form is part of a firm's name, and no noun for somebody."""
    resolved = read("Tarn Valley Electric and Gas Corp said it would close a plant.", "1987-03-20")
    it, firm = at(resolved, "it"), at(resolved, "Corp")
    assert it is not None
    assert firm is not None
    assert (it.chain, told(firm).sectors) == (firm.chain, ("BUS",))


def test_a_form_that_lands_share_is_of_the_land_that_reports(parser: Parser) -> None:
    """An AG of a report from Zurich is Swiss, of one from nowhere German."""
    resolver = Resolver(KnowledgeBase.open(), Gazetteer.open())
    for place, country in (("ZURICH", "CHE"), ("BONN", "DEU")):
        text = f"{place}, June 1 - Holmbank Glarus AG expects its profit to be steady."
        found = resolver.resolve(
            parser.parse(story_from_text(text, id="s", published=datetime(1987, 6, 1, tzinfo=UTC)))
        )
        assert told(at(found, "AG")).country == country


def test_a_firm_whose_name_only_describes_is_known_by_its_short_name(read: Read) -> None:
    """Stockholders of a firm name it, so that its first word stands for it afterwards."""
    story = read("Varnhem Tools Inc stockholders filed a suit on Monday. They oppose the sale of Varnhem to a rival.")
    assert told(at(story, "Varnhem", 1)).sectors == ("BUS",)


def test_a_legal_form_in_small_letters_makes_a_company_too(read: Read) -> None:
    """Some agencies write "corp" and "inc" small."""
    assert told(at(read("NEW YORK, March 5 - Varnhem Trucking inc said it earned more."), "inc")).sectors == ("BUS",)
