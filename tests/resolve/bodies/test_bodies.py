"""Bodies that only the story makes: campaigns, the Union, papers by a first word; and names that are none."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Hillary Clinton flew to Ohio. The Clinton campaign said turnout was low.", "campaign"),
        ("Hillary Clinton flew to Ohio. The Clinton camp said turnout was low.", "camp"),
        ("Hillary Clinton flew to Ohio. Her campaign said turnout was low.", "campaign"),
        ("Ann Roe, a spokeswoman for Hillary Clinton's campaign, said turnout was low.", "spokeswoman"),
    ],
)
def test_a_campaign_is_a_body_of_a_party(read: Read, text: str, word: str) -> None:
    """What a candidate's campaign says is a party's word, and whoever speaks for it is of a party."""
    found = told(at(read(text, "2016-05-02"), word))
    assert (found.country, found.sectors[:1]) == ("USA", ("PTY",))


def test_a_campaign_is_no_woman(read: Read) -> None:
    """ "She" goes back to the candidate and never to her rival's camp."""
    story = read("Hillary Clinton lost. The Sanders camp said it would go on. She was tired.", "2016-05-02")
    she, clinton = at(story, "She"), at(story, "Clinton")
    assert she is not None
    assert clinton is not None
    assert she.chain == clinton.chain


@pytest.mark.parametrize(("word", "sectors"), [("Commission", ("GOV",)), ("Community", ("GOV",))])
def test_one_word_names_an_organ_of_the_union(read: Read, word: str, sectors: tuple[str, ...]) -> None:
    """Behind "the European Union" an organ of one word with a capital is the Union's."""
    story = read(f"Ministers of the European Union met in Lisbon. The {word} will answer in May.")
    found = told(at(story, word))
    assert (found.country, found.sectors) == ("EUR", sectors)


def test_a_firm_is_no_band_that_was_formed_later(read: Read) -> None:
    """A name of 1987 cannot mean a group of 2014, and "an Independent" is no newspaper."""
    story = read("Mark Roe may run as an Independent, Bosnia's radio said.", "2016-05-02")
    assert at(story, "Independent") is None


def test_a_party_with_the_name_of_a_chamber_is_no_chamber(read: Read) -> None:
    """A "Congress party spokesman" of a report from India speaks for a party, not for America's Congress."""
    found = told(at(read("India's prime minister met U.S. envoys. A Congress party spokesman said so."), "spokesman"))
    assert (found.country, found.sectors[:1]) == ("IND", ("PTY",))


def test_forces_of_an_armed_group_are_its(read: Read) -> None:
    """The forces of Hezbollah are no army."""
    found = told(at(read("Lebanon fears the growing forces of Hezbollah."), "forces"))
    assert found.sectors[:1] == ("REB",)


def test_a_name_with_a_land_behind_it_is_a_branch(read: Read) -> None:
    """ "Shell Canada" is a firm in Canada, not the land."""
    found = told(at(read("Analysts said Siemens Canada had lost money."), "Canada"))
    assert (found.country, found.sectors) == ("CAN", ("BUS",))


def test_the_campaign_is_that_of_the_candidate_named_last(read: Read) -> None:
    """A bare "the campaign" that says something is a party's body."""
    story = read("Presidential candidate Lisa Varnhem spoke in Ohio. The campaign said it had raised money.")
    assert told(at(story, "campaign")).sectors == ("PTY",)


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Nigeria's National Human Rights Council met.", "Council", "NGA"),
        ("Malaysia's Economic and Social Council met.", "Council", "MYS"),
        ("Nigeria's envoy to the Human Rights Council left.", "Council", "UNO"),
        ("The Geneva-based Human Rights Council met.", "Council", "UNO"),
    ],
)
def test_a_land_s_own_body_is_none_of_the_nations(read: Read, text: str, word: str, country: str) -> None:
    """What a land calls as the United Nations call a body of theirs for short is the land's."""
    assert told(at(read(text), word)).country == country


def test_another_land_s_council_is_not_the_council_of_before(read: Read) -> None:
    """A land before a body's name keeps it from being the body of another land that ends in the same word."""
    story = read("Nigeria's Peace Council met. Malaysia's Economic Council met.")
    councils = [told(m).country for m in story.mentions if m.span.of(story.parsed.story.text).endswith("Council")]
    assert councils == ["NGA", "MYS"]


def test_what_things_are_called_is_nobody(read: Read) -> None:
    """ "Terrorist" before a thing tells what somebody calls it, and no land's rebels."""
    assert at(read("France condemned the creation of a terrorist entity in Libya."), "terrorist") is None
