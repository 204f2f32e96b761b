"""Habits told from events on parses of the real pipeline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.coding.status.habits import Habits
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import FrameLexicon
from dateline.model import CodedStory

pytestmark = pytest.mark.model


def _is_habit(coded: CodedStory, verb: str, *, named: bool) -> bool:
    assert coded.resolved is not None
    parsed = coded.resolved.parsed
    token = next(t for t in parsed.tokens if t.text == verb)
    sets = FrameLexicon.load().sets
    habits = Habits(Graph(parsed), adverbs=sets["repetition"], periods=sets["periods"])
    return habits.is_habit(token, material=True, named=named)


@pytest.mark.parametrize(
    ("text", "verb", "habit"),
    [
        ("The war is old. Rebels often attacked the road.", "attacked", True),
        ("The war is old. Rebels attack the road every night.", "attack", True),
        ("The war is old. Mines kill children.", "kill", True),
        ("The war is old. Rebels attacked the road.", "attacked", False),
        ("The war is old. Rebels have killed ten guards.", "killed", False),
    ],
)
def test_repetition_and_the_timeless_present_are_habits(
    code: Callable[..., CodedStory], text: str, verb: str, habit: bool
) -> None:
    assert _is_habit(code(text), verb, named=False) is habit


def test_the_first_sentence_of_a_report_may_stand_in_the_present(code: Callable[..., CodedStory]) -> None:
    assert not _is_habit(code("Mines kill ten children in Angola."), "kill", named=False)
