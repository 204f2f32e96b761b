"""Bodies of one name in several countries: "the Labour Party", "the House of Commons", "the PDP"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from dateline.model import Entity, EntityKind
from dateline.resolve.pieces.pieces import Piece

NO_BODIES = frozenset({EntityKind.PERSON, EntityKind.PLACE, EntityKind.COUNTRY})
# A party's name of so many words is the name of hardly another one.
FULL = 3
# The country and its name that one of the United States bears too.
NAMESAKE, STATES = ("GEO", "Georgia"), "USA"
# Years before its first and after its last election in which a party may be spoken of.
MARGIN = 3


def of_units(
    pieces: list[list[Piece]], words: Collection[str], *, signs: Collection[str], unless: Collection[str]
) -> list[list[Piece]]:
    """Return the pieces of a story without a land of whose name a state of the United States is the likelier bearer.

    "Georgia" of a report on American affairs that names nothing else of the Caucasus is no country; a report that names
    the United States alone ("The American envoy flew to Georgia") may well mean the country.

    Args:
        pieces: The pieces of every sentence.
        words: Every word of the story.
        signs: Words that only a report on affairs of the United States has.
        unless: Words that only a report on the country has.
    """
    named = [p.country.code for own in pieces for p in own if p.country and p.country.code]
    seats = [m.country for own in pieces for p in own if (m := p.metonym)]
    bodies = [e.country for own in pieces for p in own for e in p.entities[:1]]
    american = STATES in {*named, *seats, *bodies} and not set(words).isdisjoint(signs)
    if NAMESAKE[0] not in named or not american or not set(words).isdisjoint(unless):
        return pieces
    return [[p for p in own if not (p.country and p.text == NAMESAKE[1])] for own in pieces]


def at_home(piece: Piece, ranked: tuple[str, ...], on: date | None) -> Piece:
    """Return a piece with the bodies of the story's countries first, and without parties of lands never named.

    A party's short name is borne in many countries, so that one of a land of which the story does not speak is likely
    another; a long name that one party alone bears may stay.

    Args:
        piece: A name.
        ranked: The countries of the story, the most frequent first; none: the piece stays as it is.
        on: The story's day.
    """
    bodies = [e for e in piece.entities if e.kind not in NO_BODIES]
    if not bodies or not ranked:
        return piece
    kept = [e for e in bodies if e.kind is not EntityKind.PARTY or _may_act(e, piece, bodies, ranked, on)]
    if len({e.country for e in kept}) > 1:
        kept.sort(key=lambda e: ranked.index(e.country) if e.country in ranked else len(ranked))
    others = tuple(e for e in piece.entities if e.kind in NO_BODIES)
    seat = piece.metonym
    elsewhere = seat is not None and not seat.is_capital and kept and kept[0].country != seat.country
    if elsewhere and kept[0].country in ranked:
        seat = None  # "the House of Commons" of a report from Ottawa
    return replace(piece, entities=(*kept, *others), metonym=seat)


def _may_act(party: Entity, piece: Piece, bodies: list[Entity], ranked: tuple[str, ...], on: date | None) -> bool:
    full = len(piece.text.split()) >= FULL and len({e.country for e in bodies}) == 1
    return full or (party.country in ranked and _is_of_its_time(party, on))


def _is_of_its_time(party: Entity, on: date | None) -> bool:
    if on is None:
        return True
    early = party.since is not None and on.year < party.since.year - MARGIN
    late = party.until is not None and on.year > party.until.year + MARGIN
    return not (early or late)
