"""Of which land a piece of a sentence tells: its own, that of a seat of power, that of a body or person of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import EntityKind
from dateline.resolve.pieces.homonyms import FULL

if TYPE_CHECKING:
    from dateline.resolve.pieces.pieces import Piece

# Bodies whose land is not where a report plays that names them.
ABROAD = frozenset({EntityKind.MEDIA})


def land_of(piece: Piece) -> str | None:
    """Return the land of which a piece tells; None for none or several."""
    if piece.country and piece.country.code and not piece.person:
        return piece.country.code
    if piece.metonym:
        return piece.metonym.country
    # A minister or ministry named says where the story plays as much as its country's name does.
    if piece.entity is not None and piece.entity.kind in ABROAD:
        return None  # who reports, or sells everywhere, tells not where
    # Of which land "the PDP" or "the Reform Party" is, the story itself must tell.
    told = [e for e in piece.entities if e.kind is not EntityKind.PARTY or len(piece.text.split()) >= FULL]
    codes = {e.country for e in told} if " " in piece.text or len(told) == 1 else set()
    code = next(iter(codes)) if len(codes) == 1 else None
    return code if code and code not in INTERNATIONAL else None


def bearers(pieces: Sequence[Sequence[Piece]]) -> Counter[str]:
    """Count the lands of everybody and every body that a name of a story may mean, but for the press.

    Args:
        pieces: The pieces of every sentence.
    """
    found = (e for own in pieces for p in own if not p.country for e in p.entities[:1] if e.kind not in ABROAD)
    return Counter(e.country for e in found if e.country)
