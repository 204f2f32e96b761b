"""Place names get the place that their story means."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import land, story

from dateline.knowledge.gazetteer import Gazetteer, fold
from dateline.language import Parser
from dateline.resolve.places.toponyms import resolve_span

pytestmark = pytest.mark.model


def test_old_and_new_spellings_find_the_same_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Kiev")[0].country == gazetteer.lookup("Kyiv")[0].country == "UKR"
    assert gazetteer.lookup("Marawi")[0].country == "PHL"


def test_folding_twice_changes_nothing() -> None:
    for name in ("Khan-Sheikhoun", "São Paulo", "N'Djamena", "U.S."):
        assert fold(fold(name)) == fold(name)


def test_dependencies_belong_to_the_state_that_holds_them(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("San Juan")[0].country in {"USA", "ARG"}
    assert {p.country for p in gazetteer.lookup("Nuuk")} == {"DNK"}


def test_a_place_that_no_gazetteer_holds_lies_where_the_next_one_does(parser: Parser, gazetteer: Gazetteer) -> None:
    """A hospital is in the town that is named right after it."""
    text = "Nurses of Zzobrak Hospital in Lima marched on Monday."
    place = resolve_span(parser.parse(story(text)), text.index("Zzobrak"), text.index(" in"), gazetteer)
    assert land(place) == "PER"
