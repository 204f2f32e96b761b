"""Where the words of a trigger stand."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Matched

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "words"),
    [
        ("Norway called off a strike.", "called", ["called", "off"]),
        ("Norway spoke highly of Chile.", "spoke", ["spoke", "highly", "of"]),
        ("Norway took Chad to task.", "took", ["took", "to", "task"]),
    ],
)
def test_the_words_of_a_trigger_may_stand_apart(matched: Matched, text: str, verb: str, words: list[str]) -> None:
    found = matched(text, verb)
    assert found is not None
    assert found.words == words


def test_whoever_calls_the_police_in_a_town_does_not_call_them_in(matched: Matched) -> None:
    assert matched("Norway called the police in Kamloops.", "called") is None
