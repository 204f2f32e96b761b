"""Which slot a dependent of a verb fills."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Slots

pytestmark = pytest.mark.model


def test_what_a_threat_hangs_on_is_kept(slots: Slots) -> None:
    assert slots("The workers will walk out unless they are paid.", "walk")["unless"] == ["paid"]


def test_what_is_dismissed_as_absurd_is_the_object(slots: Slots) -> None:
    assert slots("Norway dismissed as absurd a demand to leave.", "dismissed")["obj"] == ["demand"]
