"""Bodies that the base does not hold."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

from dateline.knowledge.actor_words import ActorWords
from dateline.resolve.bodies.forms import sectors_by_form

FORMS = ActorWords.load().forms


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Tarn Valley Water Authority", "GOV"),
        ("National Flood Center", "GOV"),
        ("Tarn Flood Center", "SOC"),
        ("University of Tarn", "EDU"),
        ("Tarn Growers' Federation", "AGR"),
        ("Tarn Manufacturers Association", "BUS"),
        ("Tarn Evening Post", "JRN"),
        ("Tarn City Police", "COP"),
        ("Senate Fisheries Committee", "LEG"),
        ("Tarn Federation of Employers", "BUS"),
        ("Tarn Wine Institute", "BUS"),
        ("Tarn Marine Institute", "EDU"),
    ],
)
def test_a_bodys_name_gives_its_sector_away(name: str, sector: str) -> None:
    assert sectors_by_form(name, FORMS) == (sector,)


def test_a_single_word_or_a_bare_name_gives_nothing() -> None:
    assert not sectors_by_form("Union", FORMS)
    assert not sectors_by_form("Tarn Valley", FORMS)


@pytest.mark.model
def test_a_part_of_the_world_before_what_bodies_of_states_are_makes_one(read: Read) -> None:
    text = "LAGOS, Oct 3 (Reuters) - The {} said on Thursday it would send an envoy to Togo."
    for name in ("East African Rivers Commission", "North Atlantic Treaty Organization", "Indian Ocean Commission"):
        assert told(at(read(text.format(name)), name.split()[-1])).country == "IGO"
    assert told(at(read(text.format("Tarn Valley Rivers Commission")), "Commission")).country != "IGO"
