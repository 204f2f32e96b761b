"""Who stands behind an event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.coding.speech.attribution import said_by
from dateline.model import CodedStory, Span

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _behind(coded: CodedStory, words: str) -> list[str]:
    at = coded.story.text.index(words)
    return [link.speaker.text for link in said_by(Span(at, at + len(words)), coded.statements)]


def test_whoever_makes_a_demand_does_not_tell_what_stands_in_it(code: Code) -> None:
    coded = code("The envoy urged Chile to spare the troops who had brought aid to the port, the mayor said.")
    assert _behind(coded, "had brought") == ["the mayor"]


def test_whoever_demands_in_his_own_words_tells_what_he_says(code: Code) -> None:
    coded = code('"They brought aid to the port and we have to spare them," the envoy urged.')
    assert _behind(coded, "brought") == ["the envoy"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the port, the state news agency quoted the mayor as saying.",
        "The state news agency quoted the mayor as saying that rebels attacked the port.",
    ],
)
def test_whoever_is_quoted_stands_before_whoever_quotes(code: Code, text: str) -> None:
    assert [words.lower() for words in _behind(code(text), "attacked")] == ["the mayor", "the state news agency"]
