"""What shows an event."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.model import EvidenceKind

pytestmark = pytest.mark.model

TEXT = "Chile will visit Peru on Monday. On Tuesday Norway expelled a Chilean envoy in Oslo."


def test_evidence_is_the_very_words_of_the_story(code: Code) -> None:
    """Each span holds its text."""
    story = code(TEXT)
    found = [e for event in story.events for e in event.evidence]
    assert found
    assert all(e.span.of(story.story.text) == e.text for e in found)


def test_the_words_that_tell_an_event_stand_in_its_clause(code: Code) -> None:
    """Every event has both."""
    for event in code(TEXT).events:
        span = {e.kind: e.span for e in event.evidence}
        assert span[EvidenceKind.CLAUSE].contains(span[EvidenceKind.TRIGGER])
