"""Whose deed it is that a word names: the grammar's parties, and those that the trigger model points to."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dateline.coding.frames.matching import Matcher
from dateline.coding.models.pointed import PointedParties, Sides
from dateline.coding.models.triggers import SentenceRead, TriggerModel
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import FrameLexicon
from dateline.model import CodedStory, EventType

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _parties(coded: CodedStory, word: str, event_type: EventType, read: SentenceRead) -> tuple[list[str], list[str]]:
    assert coded.resolved is not None
    graph = Graph(coded.resolved.parsed)
    cast = Cast(coded.resolved, graph)
    token = next(t for t in graph.tokens if t.text == word)
    sides: Sides = PointedParties(graph, cast, Matcher(FrameLexicon.load(), graph, cast)).of(token, event_type, read)
    text = coded.story.text
    return [m.span.of(text) for m in sides[0]], [m.span.of(text) for m in sides[1]]


def _blind(read: SentenceRead) -> SentenceRead:
    """Return a reading that points to nothing in particular."""
    return SentenceRead(read.words, read.bonds, read.offsets, np.zeros_like(read.asks), read.answers)


def test_the_grammar_says_whose_deed_it_is_where_the_model_points_nowhere(code: Code) -> None:
    text = "Norway bombed a Chilean depot."
    read = _blind(TriggerModel.load().read(text))
    assert _parties(code(text), "bombed", EventType.ASSAULT, read) == (["Norway"], ["Chilean"])


def test_a_doer_whom_the_grammar_does_not_reach_is_pointed_to(code: Code) -> None:
    text = "Norway, its patience at an end, has had the doors of its ports shut on Chilean trawlers."
    read = TriggerModel.load().read(text)
    blind = _parties(code(text), "shut", EventType.REJECT, _blind(read))
    actors, _ = _parties(code(text), "shut", EventType.REJECT, read)
    assert (blind[0], actors) == ([], ["Norway"])


def test_who_surely_does_nothing_is_no_doer_whatever_the_grammar_says(code: Code) -> None:
    text = "Four Norwegian envoys were held overnight in Chile."
    read = TriggerModel.load().read(text)
    assert read.actor(text.index("held")).nobody > 0.5
    assert _parties(code(text), "held", EventType.COERCE, read)[0] == []
