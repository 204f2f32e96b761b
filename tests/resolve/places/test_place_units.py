"""A state or province, or the town of its name."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Places, land

pytestmark = pytest.mark.model


def test_a_newspaper_abbreviation_picks_the_town_in_its_state(places: Places) -> None:
    """A short form behind a town is the unit's that holds it."""
    found = places("A storm hit London, Ky., on Monday. Schools in Kentucky stayed shut.")
    assert land(found["London"]) == "USA"


@pytest.mark.parametrize("text", ["The envoys met in Washington.", "in Washington"])
def test_a_capital_comes_before_the_bigger_unit_of_its_name(places: Places, text: str) -> None:
    """Washington alone is the city."""
    place = places(text)["Washington"]
    assert place is not None
    assert (place.name, place.feature_class) == ("Washington", "P")
