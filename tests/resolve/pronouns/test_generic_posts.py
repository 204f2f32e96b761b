"""A post that nobody holds is no person."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, assert_same

pytestmark = pytest.mark.model


def test_a_post_that_somebody_seeks_is_nobody(read: Read) -> None:
    """Who runs "for president" is meant, not a president."""
    text = "Angela Merkel was asked to run for president. She gave her speech."
    assert_same(read(text), ("She", 0), ("Merkel", 0))


def test_a_noun_that_tells_who_it_was_is_somebody(read: Read) -> None:
    """Near miss: behind "it was" a noun tells of somebody for the first time."""
    assert_same(read("It was a nurse. She wept."), ("She", 0), ("nurse", 0))
