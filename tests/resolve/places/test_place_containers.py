"""What a story names right after a place holds it."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Places, land

pytestmark = pytest.mark.model


def test_a_state_named_after_a_town_picks_the_town_in_it(places: Places) -> None:
    """Paris is in Texas where Texas follows it, and in France elsewhere."""
    assert land(places("The fire began in Paris, Texas, on Monday.")["Paris"]) == "USA"
    assert land(places("The fire began in Paris on Monday.")["Paris"]) == "FRA"
