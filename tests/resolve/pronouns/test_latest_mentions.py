"""Somebody is measured by the last sentence that names him, but for words that the pronoun itself says."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, assert_same, at, told

pytestmark = pytest.mark.model


def test_who_says_a_sentence_is_nobody_whom_it_names(read: Read) -> None:
    """Of "Nigeria will get the rest, it said" the speaker is who spoke before."""
    text = "The Bundesbank said it had sold gold. More gold will go to Nigeria, it said."
    assert told(at(read(text), "it", 1)).country == "DEU"


def test_what_explains_a_subject_is_not_meant(read: Read) -> None:
    """A firm whose unit is named has no weight of its own for what the unit does."""
    assert_same(read("Varnhem Inc, a unit of Ostrava Co, said it bought a mill."), ("it", 0), ("Inc", 0))
