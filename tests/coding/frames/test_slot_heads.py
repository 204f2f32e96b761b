"""Which words stand in a slot as frames name it."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Matched

pytestmark = pytest.mark.model


def test_the_object_of_a_trigger_is_what_its_last_preposition_governs(matched: Matched) -> None:
    found = matched("Norway spoke highly of Chile.", "spoke")
    assert found is not None
    assert found.recipients == ["Chile"]


def test_a_pair_is_whoever_meets_and_whom_he_meets_with(matched: Matched) -> None:
    found = matched("Norway met with Chile.", "met")
    assert found is not None
    assert found.actors == ["Norway", "Chile"]
