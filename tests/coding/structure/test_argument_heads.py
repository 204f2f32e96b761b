"""Which words an argument means."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, Slots

pytestmark = pytest.mark.model


def test_each_other_means_whoever_meets(slots: Slots) -> None:
    assert slots("The envoys met each other in Quito.", "met")["obj"] == ["envoys"]


def test_whoever_acts_along_with_a_subject_acts_too(slots: Slots) -> None:
    assert slots("Ghana, along with Togo, condemned the raid.", "condemned")["subj"] == ["Ghana", "Togo"]


@pytest.mark.parametrize(
    "text", ["Ghana and Togo asked how each other voted.", "They know what one another wants, Ghana said."]
)
def test_each_other_as_a_subject_of_its_own_is_read_to_an_end(code: Code, text: str) -> None:
    assert code(text).story.text == text
