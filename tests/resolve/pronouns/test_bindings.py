"""What the grammar of a sentence says of its pronouns outweighs who was named last."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, assert_same, at

pytestmark = pytest.mark.model

# text, pronoun, which of its tokens, head of the antecedent, which of its tokens
CASES = [
    ("Norway urged Iceland to reopen its ports.", "its", 0, "Iceland", 0),
    ("Norway called on Iceland to reopen its ports.", "its", 0, "Iceland", 0),
    ("Norway helped Kenya to widen its harbours.", "its", 0, "Kenya", 0),
    ("Norway accused Kenya of breaking its promise.", "its", 0, "Kenya", 0),
    ("Nurses from Lima met farmers who want to sell their rice.", "their", 0, "farmers", 0),
    ("Angela Merkel praised Emmanuel Macron. Despite his age, Joe Biden works late.", "his", 0, "Biden", 0),
    ("Kenya spoke first. In its reply, Norway asked for more time.", "its", 0, "Norway", 0),
    ("Emmanuel Macron flew home. When he landed, Joe Biden was tired.", "he", 0, "Biden", 0),
    ("Norway thanked the nurses for their patience.", "their", 0, "nurses", 0),
    ("Reporters met the miners and their wives.", "their", 0, "miners", 0),
    ("The nurses met the miners and thanked them.", "them", 0, "miners", 0),
    ("Emmanuel Macron met Joe Biden. “He is a patient man,” Macron said.", "He", 0, "Biden", 0),
    ("Joe Biden vowed not to vote for Emmanuel Macron or to phone him.", "him", 0, "Macron", 0),
]


@pytest.mark.parametrize(("text", "pronoun", "nth", "head", "which"), CASES)
def test_grammar_binds_a_pronoun(read: Read, text: str, pronoun: str, nth: int, head: str, which: int) -> None:
    """The doer of its clause, the subject behind it, whom a verb judges and what it is joined to come first."""
    assert_same(read(text), (pronoun, nth), (head, which))


@pytest.mark.parametrize(
    ("text", "pronoun", "head"),
    [
        ("As Angela Merkel gave her speech, a nurse left.", "her", "Merkel"),
        ("Norway spoke. Kenya used the money to pay its debts.", "its", "Kenya"),
        ("Kenya criticised its neighbours. Norway criticised its neighbours.", "its", "Kenya"),
    ],
)
def test_a_clause_of_its_own_keeps_its_subject(read: Read, text: str, pronoun: str, head: str) -> None:
    """A pronoun whose clause has a subject before it means no later one, and who uses a thing does what follows."""
    story = read(text)
    mention, other = at(story, pronoun), at(story, head)
    assert mention is not None
    assert other is not None
    assert mention.chain == other.chain


def test_what_is_done_against_others_has_anothers_object(read: Read) -> None:
    """Whoever violates an airspace violates another's."""
    resolved = read("Kenya protested. Norway violated its airspace.")
    its, kenya = at(resolved, "its"), at(resolved, "Kenya")
    assert its is not None
    assert kenya is not None
    assert its.chain == kenya.chain
