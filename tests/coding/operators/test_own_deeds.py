"""Whose deed it is that somebody warns of."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, sides_of

from dateline.model import EventType

pytestmark = pytest.mark.model


def test_who_warns_of_his_own_deed_threatens(code: Code) -> None:
    """Whoever it would be done to is threatened."""
    told = sides_of(code("Chile warned that it would expel Peru's envoy.").events)
    assert (EventType.THREATEN, {"CHL"}, {"PER"}) in told


def test_who_warns_of_the_deed_of_another_threatens_nobody(code: Code) -> None:
    """He only reports it."""
    told = sides_of(code("Chile warned that Peru would expel its envoy.").events)
    assert EventType.THREATEN not in {kind for kind, who, _ in told if who == {"CHL"}}
