"""What stands under a preposition."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Slots

pytestmark = pytest.mark.model


def test_a_preposition_under_an_adverb_is_the_verbs(slots: Slots) -> None:
    assert slots("The troops walked away from the pact.", "walked")["from"] == ["pact"]


def test_whom_a_loan_lets_build_is_whom_it_is_for(slots: Slots) -> None:
    assert slots("Norway approved a loan for India to build a dam.", "loan")["for"] == ["India"]
