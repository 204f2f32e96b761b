"""The land that a dateline names, and whether it is only the host of others: "under the eyes of Norwegian brokers"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from dateline.model import ParsedStory
    from dateline.resolve.pieces.lookups import Lookups
    from dateline.resolve.pieces.pieces import Piece

# As what a land's name stands before whom it describes.
DESCRIPTIVE = frozenset({"amod", "compound", "nmod", "poss"})


def dateline_land(parsed: ParsedStory, find: Lookups, on: date | None) -> str | None:
    """Return the land of the dateline's place, where the base of actors knows it.

    Args:
        parsed: A story; without a dateline it has none.
        find: The knowledge base.
        on: The story's day.
    """
    fact = parsed.story.dateline
    if not fact or not fact.place:
        return None
    hit = find.country(fact.place.title(), on)
    return hit.code if hit else None


def only_hosts(
    parsed: ParsedStory, opening: Sequence[Sequence[Piece]], mediating: frozenset[str], land: str | None
) -> bool:
    """Say whether the dateline's land only lends others a table: "under the eyes of Norwegian facilitators".

    Args:
        parsed: The story.
        opening: The pieces of the sentences that open it.
        mediating: Nouns for those who only bring others to one table.
        land: The dateline's land.
    """
    own = (parsed.tokens[p.last - 1] for pieces in opening for p in pieces if p.country and p.country.code == land)
    return any(token.dep in DESCRIPTIVE and parsed.head(token).lemma in mediating for token in own)
