"""The place that fits a name best."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Places, land

pytestmark = pytest.mark.model


def test_a_name_written_without_its_accents_is_the_place_of_that_name(places: Places) -> None:
    """ "Nis" is Niš, though Nice, which some languages call so, is larger."""
    assert land(places("Villagers near Nis said the road was closed.")["Nis"]) == "SRB"
