"""The place that an event's own clause gives, and which places of its sentence are not its own."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, places_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Rebels killed four soldiers in the town of Kidal in Mali on Monday.", "ASSAULT", "MLI"),
        ("Ethiopian troops invaded Eritrea in May 1998.", "ASSAULT", "ERI"),
        ("Three officers were shot and nine injured in a clash with gunmen in Ecuador.", "ASSAULT", "ECU"),
        ("At a ceremony in Lisbon, the Angolan president thanked Norway for its help.", "SUPPORT", "PRT"),
    ],
)
def test_a_place_of_an_event_s_own_words_is_its_place(code: Code, text: str, event_type: str, expected: str) -> None:
    assert expected in places_of(code(text), event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "wrong"),
    [
        ("Nine farmers were killed in a French air raid in 2014.", "ASSAULT", "FRA"),
        ("The Kenyan president criticised Ethiopia for its policy in Somalia.", "ACCUSE", "SOM"),
        ("Officials from Chad and Niger met the Danish foreign minister.", "CONSULT", "NER"),
        ("Ghana signed a treaty to buy trains from Japan.", "SUPPORT", "JPN"),
    ],
)
def test_what_an_event_is_about_or_whose_it_is_gives_no_place(
    code: Code, text: str, event_type: str, wrong: str
) -> None:
    found = places_of(code(text), event_type)
    assert found
    assert wrong not in found
