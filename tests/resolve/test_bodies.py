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
