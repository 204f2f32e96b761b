"""Deeds that words without a frame tell in a report of politics."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.coding.drafts import TRIGGERED, Draft
from dateline.coding.frames.matching import Matcher
from dateline.coding.models.classifier import Classifier, StoryClassifier
from dateline.coding.models.triggered import TriggeredWords
from dateline.coding.models.triggers import StoryReads, TriggerModel
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.frames import FrameLexicon
from dateline.model import CodedStory, EvidenceKind

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]
REPORT = (
    "KAMPALA, May 4 (Reuters) - Uganda expelled two Rwandan diplomats on Monday. Rwanda condemned the expulsion. "
    "Kenya urged both sides to hold talks. "
)
IDIOM = "Rwandan villagers barred the road to the frontier with tree trunks and burning tyres."


def _drafts(coded: CodedStory, *, sure: float, told: tuple[Draft, ...] = ()) -> list[Draft]:
    assert coded.resolved is not None
    graph = Graph(coded.resolved.parsed)
    cast = Cast(coded.resolved, graph)
    matcher = Matcher(FrameLexicon.load(), graph, cast)
    asked = StoryClassifier(Classifier.load())
    words = TriggeredWords(
        StoryReads(TriggerModel.load(), graph.parsed),
        sure,
        graph,
        cast,
        matcher,
        Codebook.load(),
        asked,
        answers=frozenset({"name"}),
    )
    return list(words.found(told))


def _rules(text: str) -> set[str]:
    events = dateline.load().code(text, published="2020-05-04").events
    return {e.rule for event in events for e in event.evidence if e.kind is EvidenceKind.TRIGGER}


def test_a_deed_in_plain_idiom_is_found_in_a_report_of_politics() -> None:
    assert TRIGGERED in _rules(REPORT + IDIOM)


def test_a_story_that_tells_little_else_is_not_read() -> None:
    quiet = "The rains came late this year. The lake is low. The fish are small. Nobody knows why. "
    assert TRIGGERED not in _rules(f"KAMPALA, May 4 (Reuters) - {quiet * 3}{IDIOM}")


def test_a_word_that_tells_something_already_is_not_read_again(code: Code) -> None:
    coded = code("Norway bombed a Chilean depot.")
    first = _drafts(coded, sure=0.3)
    assert [d.type.value for d in first] == ["ASSAULT"]
    assert _drafts(coded, sure=0.3, told=tuple(first)) == []


def test_the_grammar_says_whose_deed_it_is(code: Code) -> None:
    text = "Norway bombed a Chilean depot."
    (draft,) = _drafts(code(text), sure=0.3)
    assert [m.span.of(text) for m in draft.actors] == ["Norway"]
    assert [m.span.of(text) for m in draft.recipients] == ["Chilean"]


def test_what_somebody_regrets_is_not_his_own_deed(code: Code) -> None:
    text = "Norway regretted the attack on the depot that killed six."
    assert [d.token for d in _drafts(code(text), sure=0.0) if d.token == 3] == []


def test_who_will_not_be_named_turns_nothing_down(code: Code) -> None:
    text = "A Norwegian envoy spoke of delays, asking not to be named."
    assert all(d.token != 7 for d in _drafts(code(text), sure=0.1))


def test_the_surer_it_must_be_the_less_is_found(code: Code) -> None:
    coded = code(REPORT + IDIOM)
    found = [len(_drafts(coded, sure=sure)) for sure in (0.1, 0.3, 0.7, 1.01)]
    assert found == sorted(found, reverse=True)
    assert found[-1] == 0
