"""What the pieces before a noun tell together."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_a_people_before_a_name_tells_its_land(read: Read) -> None:
    """The parser takes the word for the first of the name."""
    found = told(at(read("Spaniard Marta Velde Ruiz, who was in Peru, said no."), "Ruiz"))
    assert found.country == "ESP"


def test_a_rank_behind_a_post_tells_nothing_more(read: Read) -> None:
    """A police chief who is a general is of the police."""
    assert told(at(read("Police chief General Bo Lind spoke in Norway."), "Lind")).sectors == ("COP",)
