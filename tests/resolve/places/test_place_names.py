"""Names that may be places, by the parser or by the words around them."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Places, land

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Gunmen stopped a bus near the town of Djibo on Monday.", "Djibo", "BFA"),
        ("Guinea-Bissau closed its border with Senegal.", "Guinea-Bissau", "GNB"),
    ],
)
def test_a_place_is_found_that_the_parser_names_nothing_or_cuts(
    places: Places, text: str, name: str, country: str
) -> None:
    """A town called so is a place, and a hyphen ends no name that the gazetteer holds whole."""
    assert land(places(text)[name]) == country


def test_what_is_called_a_village_is_a_place_though_no_gazetteer_holds_it(places: Places) -> None:
    """It stays a place name, of a place that nobody knows."""
    found = places("They burned the village of Zzobrak near Kidal.")
    assert "Zzobrak" in found
    assert found["Zzobrak"] is None
