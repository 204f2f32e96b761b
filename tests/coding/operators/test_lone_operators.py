"""Operators that are events by themselves."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.model import EventType

pytestmark = pytest.mark.model


def test_who_vows_never_to_do_something_turns_it_down(code: Code) -> None:
    """Whatever it is."""
    events = code("Chile vowed never to pay Peru.").events
    assert [(e.type, e.cameo, e.opinions[0].decider) for e in events] == [
        (EventType.REJECT, "120", "operator promise.pledge")
    ]


def test_who_only_gives_no_answer_refuses_nothing(code: Code) -> None:
    """Silence is no refusal."""
    assert not code("Norway refused to comment on Chile.").events
