"""Third-person pronouns go back to the right character."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

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
    (
        "Vladimir Putin spoke while Rodrigo Duterte listened.\n“We are ready,” Putin said.\n“Very ready,” he said.",
        "he",
        0,
        "Putin",
    ),
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


def test_object_pronoun_is_not_the_subject_of_its_verb(read: Read) -> None:
    """In "Putin met him" he is somebody else."""
    resolved = read("Emmanuel Macron flew to Sochi. Vladimir Putin met him there.")
    him, macron = at(resolved, "him"), at(resolved, "Macron")
    assert him is not None
    assert macron is not None
    assert him.chain == macron.chain


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


def test_it_is_whoever_is_judged_for_the_deed(read: Read) -> None:
    """Sanctions are imposed on the state that invaded, not on itself by the body that imposes them."""
    found = told(at(read("The UN imposed sanctions on Norway after it invaded Sweden."), "it"))
    assert found.country == "NOR"


def test_a_thing_says_and_buys_nothing(read: Read) -> None:
    """A plan named nearer does not take the pronoun of a verb that only a party is the subject of."""
    found = told(at(read("Norway presented the plan. It expects Sweden to sign."), "It"))
    assert found.country == "NOR"


def test_they_are_several_named_together(read: Read) -> None:
    """Two people joined by "and" are whom "they" goes back to, with both countries."""
    they = at(read("Angela Merkel and Emmanuel Macron said they would meet."), "they")
    assert they is not None
    assert they.resolution is not None
    assert set(they.resolution.countries) == {"DEU", "FRA"}
    assert len(they.parts) == 2


@pytest.mark.parametrize(
    ("text", "pronoun", "head"),
    [
        ("Varnhem Inc, a unit of Ostrava Co, said it bought a mill.", "it", "Inc"),
        ("Judges said the law cost many Peruvian miners their jobs.", "their", "miners"),
        ("Angela Merkel was asked to run for president. She gave her speech.", "She", "Merkel"),
        ("A Norwegian man was held in Oslo. Police let him go.", "him", "man"),
    ],
)
def test_the_one_in_mind_is_meant(read: Read, text: str, pronoun: str, head: str) -> None:
    """Not what explains a subject, not a post that nobody holds; who gets or loses something owns it."""
    resolved = read(text)
    mention, other = at(resolved, pronoun), at(resolved, head)
    assert mention is not None
    assert other is not None
    assert mention.chain == other.chain


def test_whoever_does_the_deed_of_a_participle_is_not_done_to(read: Read) -> None:
    """A participle without a subject shares the verb's, so that its object is another."""
    resolved = read("The rebels attacked the guards on Monday, killing them at the gate.")
    guards, pronoun = at(resolved, "guards"), at(resolved, "them")
    assert guards is not None
    assert pronoun is not None
    assert pronoun.chain == guards.chain


def test_what_a_deed_brings_about_may_be_its_doers(read: Read) -> None:
    """What earns somebody a seat is the vote that he won."""
    resolved = read("Angela Merkel won the vote, earning her a seat in the chamber.")
    doer, pronoun = at(resolved, "Merkel"), at(resolved, "her")
    assert doer is not None
    assert pronoun is not None
    assert pronoun.chain == doer.chain


def test_who_says_a_sentence_is_nobody_whom_it_names(read: Read) -> None:
    """Of "Nigeria will get the rest, it said" the speaker is who spoke before."""
    text = "The Bundesbank said it had sold gold. More gold will go to Nigeria, it said."
    assert told(at(read(text), "it", 1)).country == "DEU"


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


def test_a_date_is_no_thing_that_its_may_mean(read: Read) -> None:
    """A month between a bank and "its" does not stand in the way."""
    resolved = read("The Norwegian central bank said on Monday, March 3, that rates fell. A year later its board met.")
    its, bank = at(resolved, "its"), at(resolved, "bank")
    assert its is not None
    assert bank is not None
    assert its.chain == bank.chain


def test_a_clause_does_nothing_to_the_noun_that_it_describes_by_that_noun_itself(read: Read) -> None:
    """In "the general he dismissed" he is another."""
    resolved = read("Emmanuel Macron left Paris. The general he dismissed wept.")
    he, macron = at(resolved, "he"), at(resolved, "Macron")
    assert he is not None
    assert macron is not None
    assert he.chain == macron.chain


def test_who_spoke_before_a_long_quotation_speaks_on(read: Read) -> None:
    """Sentences of a quotation do not put its speaker out of reach."""
    words = " ".join(f"The road number {n} is closed." for n in range(1, 10))
    resolved = read(f"Joe Biden said, “{words}” He added that rain fell.")
    he, biden = at(resolved, "He"), at(resolved, "Biden")
    assert he is not None
    assert biden is not None
    assert he.chain == biden.chain
