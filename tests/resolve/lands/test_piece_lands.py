"""Of which land a piece of a sentence tells."""

from __future__ import annotations

import pytest

from dateline.knowledge.countries import MetonymHit
from dateline.model import Entity, EntityKind
from dateline.resolve.lands.piece_lands import bearers, land_of
from dateline.resolve.pieces.pieces import Piece


def _body(country: str, kind: EntityKind) -> Entity:
    return Entity(id=f"dl:{country}", name="x", kind=kind, country=country, sectors=("GOV",), origin="test")


@pytest.mark.parametrize(
    ("text", "kind", "land"),
    [
        ("Tarn Ministry", EntityKind.INSTITUTION, "NOR"),
        ("Tarn Herald", EntityKind.MEDIA, None),
        ("Tarn Party", EntityKind.PARTY, None),
        ("Free Tarn Party", EntityKind.PARTY, "NOR"),
    ],
)
def test_a_body_tells_of_its_land_where_it_is_at_home(text: str, kind: EntityKind, land: str | None) -> None:
    """The press reports from everywhere, and a party's short name is borne in many lands."""
    assert land_of(Piece(0, 2, text, entities=(_body("NOR", kind),))) == land


def test_a_seat_of_power_tells_of_its_land() -> None:
    """Whose the seat is tells it, whatever else bears the name."""
    seat = MetonymHit(text="Upper House", country="GBR", sectors=("LEG",))
    assert land_of(Piece(0, 2, "Upper House", metonym=seat)) == "GBR"


def test_everybody_but_the_press_is_counted() -> None:
    """Of each name the first who bears it counts for a land."""
    ministry, herald = _body("NOR", EntityKind.INSTITUTION), _body("DNK", EntityKind.MEDIA)
    pieces = [[Piece(0, 1, "Tarn", entities=(ministry, herald))], [Piece(1, 2, "Herald", entities=(herald,))]]
    assert bearers(pieces) == {"NOR": 1}
