"""The record of an event, and of what a promise is about."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.model import Status

pytestmark = pytest.mark.model


def test_what_is_promised_is_a_planned_event_of_whoever_promises_it(code: Code) -> None:
    """It names the promise, and has its parties, speakers and confidence."""
    promise, deed = code("Chile promised to withdraw its troops from Peru.").events
    assert (deed.content_of, deed.status) == (promise.id, Status.PLANNED)
    assert (deed.actors, deed.said_by, deed.confidence) == (promise.actors, promise.said_by, promise.confidence)


def test_the_same_words_always_have_the_same_id(code: Code) -> None:
    """And two events of one story never share one."""
    text = "Chile promised to withdraw its troops from Peru. Peru thanked Chile."
    first, again = ([e.id for e in code(text).events] for _ in range(2))
    assert first == again
    assert len(set(first)) == len(first) == 3
