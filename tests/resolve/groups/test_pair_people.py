"""Which people "both leaders" are."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_whoever_telephones_both_leaders_is_neither(read: Read) -> None:
    """Who does something to two people is none of them, however near he was named."""
    text = "Vladimir Putin met Rodrigo Duterte. Emmanuel Macron telephoned both leaders."
    assert set(told(at(read(text), "leaders")).countries) == {"RUS", "PHL"}


def test_the_three_men_are_no_three_countries(read: Read) -> None:
    """Without as many people the lands of the story are not meant."""
    assert at(read("Peru and Chile quarrel with Chad. The three men left."), "men") is None
