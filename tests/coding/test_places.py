"""Where an event happened, and which places of its sentence are not its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _places(code: Code, text: str, event_type: str) -> list[str | None]:
    """Return the countries of the places of all events of a type that are no content of others."""
    told = (e for e in code(text).events if e.type == event_type and e.content_of is None)
    return [e.place.place.country if e.place and e.place.place else None for e in told]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Rebels killed four soldiers in the town of Kidal in Mali on Monday.", "ASSAULT", "MLI"),
        ("Ethiopian troops invaded Eritrea in May 1998.", "ASSAULT", "ERI"),
        ("Three officers were shot and nine injured in a clash with gunmen in Ecuador.", "ASSAULT", "ECU"),
        ("The ministers met in Ghana, where the police arrested two Togolese editors.", "COERCE", "GHA"),
        ("At a ceremony in Lisbon, the Angolan president thanked Norway for its help.", "SUPPORT", "PRT"),
        ("Soldiers shelled a village in Niger, wounding six farmers.", "ASSAULT", "NER"),
        ("In Quito, police fired on a crowd protesting at the end of fuel subsidies.", "PROTEST", "ECU"),
    ],
)
def test_a_place_of_an_event_s_own_words_is_its_place(code: Code, text: str, event_type: str, expected: str) -> None:
    assert expected in _places(code, text, event_type)


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
    found = _places(code, text, event_type)
    assert found
    assert wrong not in found


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
