"""Phrases that cover an actor of each of several countries: "Russian and Belarusian soldiers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import MentionKind, Resolution
from dateline.resolve.cast import Draft

if TYPE_CHECKING:
    from dateline.resolve.descriptions.described import Profile
    from dateline.resolve.pieces.phrases import Phrase
    from dateline.resolve.pieces.pieces import Piece
    from dateline.resolve.reader import Reader

RULE = "part of a coordination"
SCORE = 0.75


def split(phrase: Phrase, draft: Draft, profile: Profile, reader: Reader) -> Draft:
    """Split "Russian and Belarusian soldiers" into one actor for each country, and enter them and the whole.

    Args:
        phrase: The description.
        draft: Its mention so far.
        profile: The words around it, with several countries joined.
        reader: The work on the story.
    """
    noun = reader.syntax.words(profile.adjectives[-1].last, phrase.last) if profile.adjectives else ""
    heads = []
    for piece in profile.adjectives:
        part = _part(piece, noun, draft, reader)
        reader.cast.add(part)
        reader.drafts[part.head] = part
        heads.append(part.head)
    draft.parts, draft.plural = tuple(heads) or profile.part_heads, True
    reader.cast.add(draft)
    return draft


def _part(piece: Piece, noun: str, whole: Draft, reader: Reader) -> Draft:
    """Return the actor of one of the countries."""
    head = reader.syntax.root(piece.first, piece.last)
    part = Draft(head, piece.first, piece.last, MentionKind.NOMINAL, None, modifier=True)
    part.sentence, part.plural, part.lemma = whole.sentence, True, whole.lemma
    code = piece.country.code if piece.country else None
    sectors = whole.resolution.sectors if whole.resolution else ()
    part.resolution = Resolution(name=f"{piece.text} {noun}", country=code, sectors=sectors, score=SCORE, rule=RULE)
    return part
