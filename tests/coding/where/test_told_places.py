"""The place that an event's sentence tells where its own clause does not."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, places_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("The ministers met in Ghana, where the police arrested two Togolese editors.", "COERCE", "GHA"),
        ("Soldiers shelled a village in Niger, wounding six farmers.", "ASSAULT", "NER"),
        ("In Quito, police fired on a crowd protesting at the end of fuel subsidies.", "PROTEST", "ECU"),
        ("The Danish premier visited Norway on Monday.", "CONSULT", "NOR"),
        ("Rebels shelled the town of Kidal on Monday.", "ASSAULT", "MLI"),
    ],
)
def test_the_sentence_gives_the_place_of_a_visit_of_what_is_hit_and_of_deeds_beside_another(
    code: Code, text: str, event_type: str, expected: str
) -> None:
    assert expected in places_of(code(text), event_type)
