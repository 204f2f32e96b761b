"""Sentences of a report of politics in which no frame fires."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dateline
from dateline.coding.arguments import Graph
from dateline.coding.cast import Cast
from dateline.coding.classifier import Classifier, StoryClassifier
from dateline.coding.composer import Composer
from dateline.coding.drafts import LONE_PARTY, Draft
from dateline.coding.matching import Matcher
from dateline.coding.silent import SilentSentences
from dateline.coding.spoken import SPEECH_TYPES
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


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier.load()


def _drafts(coded: CodedStory, classifier: Classifier, *, sure: float = 0.0, told: frozenset[int]) -> list[Draft]:
    assert coded.resolved is not None
    graph = Graph(coded.resolved.parsed)
    cast = Cast(coded.resolved, graph)
    codebook = Codebook.load()
    depth = Composer(Matcher(FrameLexicon.load(), graph, cast), graph, codebook).depth
    silent = SilentSentences(StoryClassifier(classifier), sure, graph, cast, codebook, coded.statements, depth=depth)
    return list(silent.found(told))


def _rules(text: str) -> set[str]:
    events = dateline.load().code(text, published="2020-05-04").events
    return {e.rule for event in events for e in event.evidence if e.kind is EvidenceKind.TRIGGER}


def test_what_a_report_of_politics_tells_in_plain_idiom_is_found_by_its_only_party() -> None:
    assert LONE_PARTY in _rules(REPORT + IDIOM)


def test_a_story_that_tells_little_else_is_not_asked() -> None:
    quiet = "The rains came late this year. The lake is low. The fish are small. Nobody knows why. "
    assert LONE_PARTY not in _rules(f"KAMPALA, May 4 (Reuters) - {quiet * 3}{IDIOM}")


def test_a_sentence_that_tells_something_already_is_not_asked(code: Code, classifier: Classifier) -> None:
    coded = code("Norway outwitted everybody. Chile stayed away.")
    assert [d.token for d in _drafts(coded, classifier, told=frozenset({0}))] == [5]
    assert _drafts(coded, classifier, told=frozenset({0, 1})) == []


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Norway stayed away on Monday.", ["Norway"], []),
        ("Chile was outwitted on Monday.", [], ["Chile"]),
        ("It rained on Monday.", [], []),
        ("Norway may stay away on Monday.", [], []),
    ],
)
def test_who_acts_is_marked_else_who_suffers(
    code: Code, classifier: Classifier, text: str, actors: list[str], recipients: list[str]
) -> None:
    drafts = _drafts(code(text), classifier, told=frozenset())
    assert [m.span.of(text) for d in drafts for m in d.actors] == actors
    if not actors:
        assert [m.span.of(text) for d in drafts for m in d.recipients] == recipients


def test_who_says_something_does_only_what_is_done_by_saying_it(code: Code, classifier: Classifier) -> None:
    coded = code("The mill had burnt down, the Norwegian foreign minister said on Monday.")
    assert {d.type for d in _drafts(coded, classifier, told=frozenset())} <= SPEECH_TYPES


def test_the_surer_it_must_be_the_less_is_found(code: Code, classifier: Classifier) -> None:
    coded = code(REPORT + IDIOM)
    found = [len(_drafts(coded, classifier, sure=sure, told=frozenset())) for sure in (0.0, 0.5, 0.7, 1.01)]
    assert found == sorted(found, reverse=True)
    assert found[-1] == 0
