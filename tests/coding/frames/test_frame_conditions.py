"""Whether a frame may stand where its trigger does."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Matched

pytestmark = pytest.mark.model


def test_rebels_kill_and_neither_storms_nor_whoever_does_it_to_himself_do(matched: Matched) -> None:
    assert matched("Norwegian rebels killed three soldiers of Chad.", "killed") is not None
    assert matched("Typhoon Haiyan killed nine Chileans.", "killed") is None
    assert matched("Three soldiers of Chad killed themselves.", "killed") is None
