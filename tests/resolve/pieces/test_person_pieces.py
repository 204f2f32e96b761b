"""The parser's names of people, without the titles and lands that open them."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Cut

pytestmark = pytest.mark.model


def test_a_title_is_no_part_of_a_name(cut: Cut) -> None:
    """Behind a title stands the name, a person's."""
    pieces = cut("Dr. Ivan Roe resigned.")
    assert pieces["Dr."].title is not None
    assert pieces["Ivan Roe"].person


def test_a_people_is_no_person(cut: Cut) -> None:
    """An adjective of a land before a noun stays the land's."""
    assert cut("Sierra Leonean soldiers left the town.")["Sierra Leonean"].country is not None
