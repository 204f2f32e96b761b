"""Where an event happened whose own words name no known place."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        (
            "QUITO, Oct 3 (Reuters) - Police met farmers. Soldiers arrested two editors in the capital on Thursday.",
            "COERCE",
            "Quito",
        ),
        (
            "LIMA, Oct 3 (Reuters) - Farmers rallied in Cusco on Thursday. Police arrested 30 of them.",
            "COERCE",
            "Cusco",
        ),
        ("Peruvian farmers blocked roads in Peru's province of Loreto on Thursday.", "PROTEST", "Loreto"),
        (
            "LIMA, Oct 3 (Reuters) - A Peruvian court sentenced a former Peruvian minister on Thursday.",
            "SANCTION",
            "Lima",
        ),
        (
            "ACCRA, Oct 3 (AP) - Ghana's ministers met in the port of Takoradi. Gunmen attacked the port on Monday.",
            "ASSAULT",
            "Takoradi",
        ),
    ],
)
def test_the_scene_gives_a_place_to_what_names_none(code: Code, text: str, event_type: str, expected: str) -> None:
    told = [e for e in code(text).events if e.type == event_type and e.content_of is None]
    assert expected in {e.place.place.name for e in told if e.place and e.place.place}


def test_a_village_that_no_gazetteer_holds_keeps_its_name_and_has_its_country(code: Code) -> None:
    told = code("Ghanaian soldiers killed two Ghanaians in the village of Zzobrak in Ghana on Monday.").events
    places = [e.place for e in told if e.type == "ASSAULT"]
    assert [(p.text, p.place.country) for p in places if p and p.place] == [("Zzobrak", "GHA")]
