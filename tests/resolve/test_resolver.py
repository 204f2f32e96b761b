"""Actors in running text: names, offices, descriptions, coordination, groups and chains."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.resolve.conftest import Read, at, story, told

from dateline.language import Parser
from dateline.model import MentionKind
from dateline.resolve import Resolver

pytestmark = pytest.mark.model

# text, head word, country, sectors
DESCRIBED = [
    ("Three Turkish soldiers crossed the river.", "soldiers", "TUR", ("MIL",)),
    ("A Kenyan police spokesman confirmed the raid.", "spokesman", "KEN", ("COP",)),
    ("Chile's finance ministry cut its forecast.", "ministry", "CHL", ("GOV",)),
    ("The government of Norway welcomed the move.", "government", "NOR", ("GOV",)),
    ("Peruvian farmers blocked the road.", "farmers", "PER", ("AGR",)),
    ("Unidentified gunmen opened fire.", "gunmen", None, ("UAF",)),
    ("A group of Danish lawmakers flew to Nuuk.", "group", "DNK", ("LEG",)),
    ("Dozens of Sudanese protesters were hurt.", "Dozens", "SDN", ("CVL", "OPP")),
    ("US-backed rebels took the bridge.", "rebels", None, ("REB",)),
    ("A former Peruvian defence minister was arrested.", "minister", "PER", ("ELI",)),
    ("Anti-Russian protesters gathered.", "protesters", None, ("CVL", "OPP")),
    ("An army accountant fled.", "accountant", None, ("MIL",)),
]


@pytest.mark.parametrize(("text", "head", "country", "sectors"), DESCRIBED)
def test_description_gives_country_and_sectors(
    read: Read, text: str, head: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    """A description's country and sectors come from its words."""
    mention = told(at(read(text), head))
    assert (mention.country, mention.sectors) == (country, sectors)


# day, country, sectors, whether a role is linked
DUTERTE = [("2019-10-03", ("GOV",), True), ("2024-03-01", ("ELI",), False)]


@pytest.mark.parametrize(("day", "sectors", "held"), DUTERTE)
def test_sectors_are_those_of_the_day(read: Read, day: str, sectors: tuple[str, ...], held: bool) -> None:
    """One name is a president in office and a former official later."""
    mention = told(at(read("Rodrigo Duterte spoke to farmers.", day), "Duterte"))
    assert (mention.country, mention.sectors) == ("PHL", sectors)
    assert (mention.role is not None) is held


def test_office_with_country_names_the_holder_of_the_day(read: Read) -> None:
    """An office named without its holder is linked to who held it then."""
    mention = told(at(read("The Philippine president flew home.", "2017-05-23"), "president"))
    assert mention.name == "Rodrigo Duterte"
    assert mention.rule == "office + country"


def test_deputy_is_not_the_minister(read: Read) -> None:
    """The deputy of an office-holder is not taken for the holder."""
    mention = told(at(read("Russia's deputy foreign minister flew home."), "minister"))
    assert (mention.country, mention.entity) == ("RUS", None)


def test_surname_goes_back_to_the_full_name(read: Read) -> None:
    """A surname shares the chain of the full name, also when it comes first, in a headline."""
    resolved = read("Odhiambo praises nurses\nKenya's health minister, Jane Odhiambo, praised nurses. Odhiambo smiled.")
    chains = {m.chain for n in range(3) if (m := at(resolved, "Odhiambo", n))}
    assert len(chains) == 1
    last = told(at(resolved, "Odhiambo", 2))
    assert (last.country, last.sectors[:1]) == ("KEN", ("GOV",))


def test_unknown_namesake_keeps_the_country_of_his_description(read: Read) -> None:
    """Somebody who only shares a leader's surname is not linked to the leader."""
    mention = told(at(read("Ghanaian teacher Kofi Putin won a prize."), "Putin"))
    assert (mention.country, mention.entity) == ("GHA", None)


def test_apposition_shares_chain_and_sectors(read: Read) -> None:
    """A name takes country and sectors from the description beside it, and both share a chain."""
    resolved = read("Amina Wanjiru, a spokeswoman for Kenya's police, said so. She left.")
    name, title, pronoun = at(resolved, "Wanjiru"), at(resolved, "spokeswoman"), at(resolved, "She")
    assert name is not None
    assert title is not None
    assert pronoun is not None
    assert name.resolution is not None
    assert (name.resolution.country, name.resolution.sectors) == ("KEN", ("COP",))
    assert name.chain == title.chain == pronoun.chain


def test_coordinated_adjectives_make_two_actors(read: Read) -> None:
    """One noun with two nationalities is split into a part for each."""
    resolved = read("Polish and Czech soldiers trained together.")
    whole = at(resolved, "soldiers")
    assert whole is not None
    assert whole.resolution is not None
    assert whole.resolution.countries == ("POL", "CZE")
    parts = [resolved.mentions[i].resolution for i in whole.parts]
    assert [(p.country, p.sectors) for p in parts if p] == [("POL", ("MIL",)), ("CZE", ("MIL",))]


def test_coordinated_countries_stay_apart(read: Read) -> None:
    """Coordinated names are separate mentions."""
    resolved = read("Jordan and Britain agreed to meet.")
    assert [m.resolution.country for m in resolved.mentions if m.resolution] == ["JOR", "GBR"]


def test_adjective_before_a_thing_is_a_modifier_only(read: Read) -> None:
    """A thing is no actor; its nationality adjective is still found."""
    resolved = read("The Turkish attack on Syria drew protests.")
    assert at(resolved, "attack") is None
    adjective = at(resolved, "Turkish")
    assert adjective is not None
    assert adjective.resolution is not None
    assert (adjective.resolution.country, adjective.resolution.rule) == ("TUR", "nationality adjective")


def test_armed_body_before_an_act_is_found(read: Read) -> None:
    """ "The rebel attack" has the rebels; a "pilot project" has no pilot."""
    attack = told(at(read("The rebel attack on the town failed."), "rebel"))
    assert attack.sectors == ("REB",)
    assert at(read("The pilot project in Norway failed."), "pilot") is None


def test_bracketed_aside_gives_no_country(read: Read) -> None:
    """A country in brackets says nothing of the noun around them."""
    mention = at(read("Two (Swedish-built) rebels of note left."), "rebels")
    assert mention is None or mention.resolution is None or mention.resolution.country is None


def test_acronym_defined_in_the_text(read: Read) -> None:
    """An acronym in brackets stands for the name before it."""
    resolved = read("The Blue Coast Rescue Committee (BCRC) of Malta sent boats. BCRC asked for help.")
    first, later = at(resolved, "Committee"), at(resolved, "BCRC", 1)
    assert first is not None
    assert later is not None
    assert first.chain == later.chain


def test_deictics_are_left_to_the_speaker(read: Read) -> None:
    """I, we and you are mentions without a resolution."""
    resolved = read('"We will help you," the Kenyan minister said.')
    deictic = [m for m in resolved.mentions if m.kind is MentionKind.DEICTIC]
    assert [m.resolution for m in deictic] == [None, None]
    assert deictic[0].plural


def test_story_country_fills_an_office_without_one(read: Read) -> None:
    """A state's organ named without a country belongs to the country that the story is about."""
    resolved = read("Protests went on in Kenya for a third day. The army closed roads in Kenya.")
    army = told(at(resolved, "army"))
    assert army.country == "KEN"
    assert army.score <= 0.5


def test_each_head_has_one_mention_and_spans_fit(read: Read) -> None:
    """Heads are unique, spans are those of the token range, numbers are in order."""
    resolved = read("Officials from the Polish and Czech security councils met Angela Merkel and her aides in Berlin.")
    heads = [m.head for m in resolved.mentions]
    assert len(heads) == len(set(heads))
    assert [m.i for m in resolved.mentions] == list(range(len(heads)))
    assert all(m.span == resolved.parsed.span(m.first, m.last) for m in resolved.mentions)
    assert all(m.first <= m.head < m.last for m in resolved.mentions)


WORDS = st.lists(
    st.sampled_from(
        [
            "Russia",
            "the",
            "two",
            "countries",
            "president",
            "Putin",
            "he",
            "said",
            ",",
            "and",
            "(",
            ")",
            '"',
            "we",
            "of",
            "-",
        ]
    ),
    min_size=1,
    max_size=14,
)


@given(words=WORDS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_are_resolved_alike_twice(words: list[str], parser: Parser, resolver: Resolver) -> None:
    """No order of words breaks the resolver, and nothing leaks from one run into the next."""
    parsed = parser.parse(story(" ".join(words)))
    assert resolver.resolve(parsed) == resolver.resolve(parsed)


def test_single_strings(parser: Parser, resolver: Resolver) -> None:
    """A bare actor string is resolved by itself, a bare capital as its government."""
    capital = resolver.resolve_actor(parser.parse(story("Canberra")))
    assert capital is not None
    assert (capital.country, capital.sectors) == ("AUS", ("GOV",))
    told = resolver.resolve_actor(parser.parse(story("defense minister")), known_country="DEU")
    assert told is not None
    assert told.country == "DEU"


def test_co_actors_of_a_phrase(parser: Parser, resolver: Resolver) -> None:
    """All coordinated actors come back for any of them."""
    text = "The deal was signed by France, Italy and Spain."
    start = text.index("Italy")
    found = resolver.co_actors(parser.parse(story(text)), start, start + 5)
    assert [r.name for r in found] == ["France", "Italy", "Spain"]


def test_a_ministry_in_a_capital_is_that_countrys(read: Read) -> None:
    """ "The ministry in Ottawa" is Canada's, whichever ministry was named last."""
    resolved = read("Canada froze assets, its foreign ministry said. The Belarusian foreign ministry protested. "
                    "The vote was no vote, the ministry in Ottawa said.")  # fmt: skip
    mention = told(at(resolved, "ministry", 2))
    assert mention.country == "CAN"
