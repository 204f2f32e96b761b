"""Parties by the word that their people bear: "Democratic leaders", "Ohio Republican leaders"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import EntityKind, Resolution

if TYPE_CHECKING:
    from dateline.resolve.lands.scene import Scene
    from dateline.resolve.pieces.lookups import Lookups
    from dateline.resolve.pieces.pieces import Piece

RULE = "party"
SCORE = 0.6
# How many of the countries of a story, the most frequent first, may have the party.
LANDS = 3


def party(piece: Piece, find: Lookups, scene: Scene) -> Resolution | None:
    """Resolve "Democratic" before a noun: a party of that name in a country of the story.

    Args:
        piece: The word.
        find: The knowledge base.
        scene: The countries of the story.
    """
    if not piece.text[0].isupper() or piece.person:
        return None
    last = piece.text.split()[-1]  # "Ohio Republican leaders"
    parties = (e for e in find.entities(f"{last} Party") if e.kind is EntityKind.PARTY)
    entity = next((e for e in parties if e.country in scene.top(LANDS)), None)
    if entity is None:
        return None
    return Resolution(
        name=entity.name, entity=entity, country=entity.country, sectors=entity.sectors, score=SCORE, rule=RULE
    )
