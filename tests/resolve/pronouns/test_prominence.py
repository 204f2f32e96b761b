"""Beside nearness and grammar, how much somebody is in mind decides whom a pronoun means."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, assert_same

from dateline.resolve.pronouns import prominence

pytestmark = pytest.mark.model

# text, pronoun, which of its tokens, head of the antecedent, which of its tokens
CASES = [
    (
        "Joe Biden flew to Paris. Joe Biden spoke of trade. Joe Biden met aides of Emmanuel Macron. Later he left.",
        "he",
        0,
        "Biden",
        0,
    ),
    ("Kenya's parliament met envoys of Norway on Monday. It rejected the plan.", "It", 0, "parliament", 0),
    ("The nurses wrote to the miners. They want more pay.", "They", 0, "nurses", 0),
]


@pytest.mark.parametrize(("text", "pronoun", "nth", "head", "which"), CASES)
def test_the_one_most_in_mind_is_meant(read: Read, text: str, pronoun: str, nth: int, head: str, which: int) -> None:
    """Whom the story names often and whom the sentence before is about stand before who was named last."""
    assert_same(read(text), (pronoun, nth), (head, which))


def test_each_kind_of_pronoun_has_weights_of_its_own() -> None:
    """A person is known by name and number of mentions, several people by where they stand."""
    assert prominence.weights(person=True, plural=False) is prominence.PERSON
    assert prominence.weights(person=False, plural=True) is prominence.MANY
    assert prominence.weights(person=False, plural=False) is prominence.ONE
