"""What a story is about decides between places of one name."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Places, land

pytestmark = pytest.mark.model


def test_the_countries_of_a_story_decide_between_towns_of_one_name(places: Places) -> None:
    """Lagos and Jos of a story about Nigeria are Nigerian."""
    text = "Nigeria sent troops to Nigeria's north. Officials in Lagos, Nigeria, said they left for Jos on Sunday."
    assert land(places(text)["Lagos"]) == "NGA"
