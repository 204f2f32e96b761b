"""Actors that the base does not hold: their land, sector and gender from what the story tells."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at

pytestmark = pytest.mark.model

# text, head of the mention, which of its tokens, country and first sector
CASES = [
    ("Ana Bodnar won. Ana Bodnar, a Greek nurse, wept.", "Bodnar", 0, "GRC", "MED"),
    ("Two Danes and Luc Henard, a Frenchman, spoke in London.", "Henard", 0, "FRA", "CVL"),
    ("The National Water Board of Kenya said dams were low.", "Board", 0, "KEN", "GOV"),
    ("Ohio Republican leaders denied it in Washington.", "leaders", 0, "USA", "PTY"),
    ("Senior Republican senators met in Washington.", "senators", 0, "USA", "LEG"),
    ("A Korean-American judge spoke in Washington.", "judge", 0, "USA", "JUD"),
    ("Kurdish fighters fled from northern Syria to Turkey.", "fighters", 0, "SYR", "UAF"),
    ("Oslo Mills Ltd of Norway said Per Dahl was named president and chief executive.", "president", 0, "NOR", "BUS"),
    (
        "The United States and Britain agreed. Donald Trump met MPs. He thanked the United States.",
        "MPs",
        0,
        "GBR",
        "LEG",
    ),
    ("Two congressional agencies said U.S. industry was weak.", "agencies", 0, "USA", "GOV"),
]


@pytest.mark.parametrize(("text", "word", "nth", "country", "sector"), CASES)
def test_an_unknown_actor_is_what_the_story_tells(
    read: Read, text: str, word: str, nth: int, country: str, sector: str
) -> None:
    """The land and first sector are those that the words around it give."""
    mention = at(read(text), word, nth)
    assert mention is not None
    assert mention.resolution is not None
    assert (mention.resolution.country, mention.resolution.sectors[0]) == (country, sector)


def test_a_given_name_tells_whom_a_pronoun_means(read: Read) -> None:
    """Of two people unknown to the base "she" is the one with a woman's name."""
    resolved = read("Sarah Tamsin met Henry Olcott in Lima. She left early.")
    she, other = at(resolved, "She"), at(resolved, "Tamsin")
    assert she is not None
    assert other is not None
    assert she.chain == other.chain


def test_whom_a_quotation_calls_she_is_not_its_speaker(read: Read) -> None:
    """The pronoun inside the quotation means the rival, not who speaks."""
    resolved = read("Maria Tamsin said that Helen Olcott had left. “She is wrong.”")
    she, rival = at(resolved, "She"), at(resolved, "Olcott")
    assert she is not None
    assert rival is not None
    assert she.chain == rival.chain
