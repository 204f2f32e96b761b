"""Which frames a word fires."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Matched

from dateline.model import EventType

pytestmark = pytest.mark.model


def test_a_word_that_only_describes_fires_nothing(matched: Matched) -> None:
    assert matched("Protesting legislators left.", "Protesting") is None


def test_a_noun_fires_the_frames_of_its_verb(matched: Matched) -> None:
    found = matched("The expulsion of two Chadian envoys by Chile angered Togo.", "expulsion")
    assert found is not None
    assert (found.type, found.actors, found.recipients) == (EventType.SANCTION, ["Chile"], ["envoys"])
