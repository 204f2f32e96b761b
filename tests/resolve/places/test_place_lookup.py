"""Names are looked up with and without the words of direction and kind in them."""

from __future__ import annotations

import pytest

from dateline.knowledge.gazetteer import Gazetteer
from dateline.resolve.places.place_lookup import look_up


@pytest.mark.parametrize("name", ["northern Peru", "the central Peru", "Peru"])
def test_a_direction_before_a_name_changes_no_place(gazetteer: Gazetteer, name: str) -> None:
    """What lies in a part of a land is in the land."""
    assert look_up(name, gazetteer)[0].name == "Peru"


def test_what_nobody_holds_is_no_place(gazetteer: Gazetteer) -> None:
    """Nothing is guessed."""
    assert look_up("Zzobrak", gazetteer) == ()
