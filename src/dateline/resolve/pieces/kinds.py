"""What kind of thing a piece or a resolution is: a land or a named body."""

from __future__ import annotations

from dateline.model import EntityKind, Resolution
from dateline.resolve.bodies.companies import RULE as COMPANY
from dateline.resolve.bodies.forms import RULE as FORM
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

BODY_KINDS = frozenset(
    {
        EntityKind.ORGANISATION,
        EntityKind.ARMED_GROUP,
        EntityKind.PARTY,
        EntityKind.IGO,
        EntityKind.COMPANY,
        EntityKind.MEDIA,
        EntityKind.INSTITUTION,
    }
)


def is_land(resolution: Resolution) -> bool:
    """Say whether a resolution is a country as such: by its name, people, capital or a place in it."""
    return bool(resolution.country) and resolution.rule in {
        "country name", "people", "capital for its government", "capital", "place", "nationality adjective",
        "pair of countries", "the country",
    }  # fmt: skip


def entity_resolution(piece: Piece, *, rule: str) -> Resolution:
    """Return the resolution of a named body."""
    entity = piece.entity
    if entity is None:
        return Resolution(name=piece.text, rule=rule)
    others = [e.name for e in piece.entities if e.id != entity.id]
    return Resolution(
        name=entity.name,
        entity=entity,
        country=entity.country,
        sectors=entity.sectors,
        score=0.9 if not others else 0.8,
        rule=rule,
        runner_up=next(iter(others), None),
    )


def is_body(resolution: Resolution | None) -> bool:
    """Say whether a resolution is a named body, of the base or by its form."""
    if resolution is None:
        return False
    named = resolution.entity is not None and resolution.entity.kind in BODY_KINDS
    return named or resolution.rule in {"described organisation", COMPANY, FORM}


def is_people_of_a_land(piece: Piece, phrase: Phrase) -> bool:
    """Say whether a name of two words before people may be a land's and a people's: "Rwandan Hutu rebels"."""
    known = piece.entities or piece.country or piece.metonym or piece.noun
    return phrase.core is not None and phrase.core.noun is not None and piece.text.count(" ") == 1 and not known
