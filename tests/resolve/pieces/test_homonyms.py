"""Bodies of one name in several lands: the story's own come first, and parties of lands never named are others."""

from __future__ import annotations

from dateline.knowledge.countries import MetonymHit
from dateline.model import Entity, EntityKind
from dateline.resolve.pieces.homonyms import at_home
from dateline.resolve.pieces.pieces import Piece


def _body(country: str, kind: EntityKind = EntityKind.PARTY) -> Entity:
    return Entity(id=f"dl:{country}", name="x", kind=kind, country=country, sectors=("PTY",), origin="test")


def _piece(text: str, *entities: Entity, metonym: MetonymHit | None = None) -> Piece:
    return Piece(0, 1, text, metonym=metonym, entities=entities)


def test_the_party_of_the_storys_country_is_meant() -> None:
    """Of the parties of one name the one of a country that the story names is taken."""
    found = at_home(_piece("Farmers Party", _body("GBR"), _body("NOR")), ("NOR", "DNK"), None)
    assert [e.country for e in found.entities] == ["NOR"]


def test_a_short_name_of_a_land_never_named_is_nobodys() -> None:
    """A party's acronym says nothing where the story speaks of other countries."""
    assert at_home(_piece("FPX", _body("GBR")), ("NOR",), None).entities == ()


def test_a_long_name_that_one_party_bears_stays() -> None:
    """A full name of three words needs no country beside it."""
    assert at_home(_piece("Free Farmers Party", _body("GBR")), ("NOR",), None).entities != ()


def test_a_story_without_countries_leaves_names_alone() -> None:
    """Without any country named the base's order stands."""
    piece = _piece("FPX", _body("GBR"), _body("NOR"))
    assert at_home(piece, (), None) is piece


def test_a_chamber_of_two_lands_is_the_storys() -> None:
    """A seat of one country's power gives way to another country's chamber of the same name."""
    seat = MetonymHit(text="Upper House", country="GBR", sectors=("LEG",))
    chambers = (_body("GBR", EntityKind.INSTITUTION), _body("CAN", EntityKind.INSTITUTION))
    found = at_home(_piece("Upper House", *chambers, metonym=seat), ("CAN",), None)
    assert (found.metonym, [e.country for e in found.entities]) == (None, ["CAN", "GBR"])
    assert at_home(_piece("Upper House", *chambers, metonym=seat), ("GBR",), None).metonym is seat
