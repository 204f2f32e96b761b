"""Third-person pronouns go back to the right character."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at

pytestmark = pytest.mark.model

# text, pronoun, which of its tokens, head of the antecedent
CASES = [
    ("As for Angela Merkel, she stays in office.", "she", 0, "Merkel"),
    ("Kenya's president met nurses. He thanked them.", "He", 0, "president"),
    ("Angela Merkel met Emmanuel Macron. She left early.", "She", 0, "Merkel"),
    ("Russia said it would send its troops.", "it", 0, "Russia"),
    ("Russia said it would send its troops.", "its", 0, "Russia"),
    ("Two Polish soldiers were hurt when they left the base.", "they", 0, "soldiers"),
    ("Vladimir Putin recalled that while Rodrigo Duterte was in Moscow he fell ill.", "he", 0, "Duterte"),
]


@pytest.mark.parametrize(("text", "pronoun", "nth", "head"), CASES)
def test_pronoun_shares_the_chain_of_its_antecedent(read: Read, text: str, pronoun: str, nth: int, head: str) -> None:
    """The pronoun has its antecedent's chain, country and sectors."""
    resolved = read(text)
    mention, other = at(resolved, pronoun, nth), at(resolved, head)
    assert mention is not None
    assert other is not None
    assert mention.chain == other.chain
    assert mention.resolution is not None
    assert other.resolution is not None
    assert (mention.resolution.country, mention.resolution.sectors) == (
        other.resolution.country,
        other.resolution.sectors,
    )


@pytest.mark.parametrize(
    "text",
    ["Russia left. It is clear that talks failed.", "Iran is tired. It was reported that talks failed."],
)
def test_empty_it_is_nobody(read: Read, text: str) -> None:
    """An "it" that stands for a clause goes back to no actor."""
    assert at(read(text), "It") is None


def test_a_description_goes_to_whoever_was_called_so(read: Read) -> None:
    """The chancellor is the one called chancellor, though another head of government was named since."""
    text = "Chancellor Angela Merkel met Norwegian Prime Minister Erna Solberg. Later the chancellor flew home."
    story = read(text, "2018-05-14")
    merkel, again = at(story, "Merkel"), at(story, "chancellor")
    assert merkel is not None
    assert again is not None
    assert again.chain == merkel.chain


def test_attackers_are_whoever_attacked_under_another_noun(read: Read) -> None:
    """Gunmen named first and attackers named later are one group, as long as neither has a name."""
    story = read("Masked men stormed a bank in Lima. The attackers fled.")
    first, again = at(story, "men"), at(story, "attackers")
    assert first is not None
    assert again is not None
    assert again.chain == first.chain


def test_a_former_office_goes_back_to_its_former_holder(read: Read) -> None:
    """Once somebody was introduced as a former president, the words come back to him."""
    text = "A judge jailed former president Ollanta Humala. The former president says he is innocent."
    story = read(text, "2017-07-13")
    named, again = at(story, "Humala"), at(story, "president", 1)
    assert named is not None
    assert again is not None
    assert again.chain == named.chain


@pytest.mark.parametrize(
    ("text", "pronoun", "head"),
    [
        ("Judges said the law cost many Peruvian miners their jobs.", "their", "miners"),
        ("A Norwegian man was held in Oslo. Police let him go.", "him", "man"),
    ],
)
def test_the_one_in_mind_is_meant(read: Read, text: str, pronoun: str, head: str) -> None:
    """Who gets or loses something owns it, and of whom somebody lets go that somebody is another."""
    resolved = read(text)
    mention, other = at(resolved, pronoun), at(resolved, head)
    assert mention is not None
    assert other is not None
    assert mention.chain == other.chain


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Norway signed the pact with Kenya. It expires in May.", "It"),
        ("Norway wrote to Kenya. It was signed by both.", "It"),
        ("Norway thanked Kenya. It is encouraging.", "It"),
    ],
)
def test_what_only_things_do_is_done_by_no_party(read: Read, text: str, pronoun: str) -> None:
    """A pronoun that expires, was signed or is encouraging goes back to no state before it."""
    mention = at(read(text), pronoun)
    assert mention is None or mention.resolution is None
