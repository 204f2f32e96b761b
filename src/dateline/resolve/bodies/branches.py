"""Branches of bodies in a land: "Roe Canada", "Varnholm Relief Kenya"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import MentionKind, Resolution, Token
from dateline.resolve.bodies.forms import sectors_by_form

if TYPE_CHECKING:
    from dateline.resolve.cast import Draft
    from dateline.resolve.pieces.phrases import Phrase
    from dateline.resolve.pieces.pieces import Piece
    from dateline.resolve.reader import Reader

RULE = "branch in a land"
# How sure it is that a name with a land's behind it is a firm's branch.
SCORE = 0.4
FIRM = ("BUS",)


def read(phrase: Phrase, core: Piece, reader: Reader) -> Draft | None:
    """Read "Roe Canada" as a body's branch: a name that the parser takes for one with the land behind it.

    Args:
        phrase: The phrase.
        core: The land's name.
        reader: The work on the story.
    """
    tokens = reader.syntax.tokens
    before = tokens[core.first - 1] if core.first else None
    if core.country is None or before is None or not _is_of_branch(before, phrase, core, reader):
        return None
    first = before.i
    while first > phrase.first and tokens[first - 1].ent == "ORG" and tokens[first - 1].text[0].isupper():
        first -= 1
    words = reader.syntax.words(first, core.last)
    alone = first == before.i
    sectors = FIRM if alone else sectors_by_form(reader.syntax.words(first, core.first), reader.words.forms)
    resolution = Resolution(name=words, country=core.country.code, sectors=sectors, score=SCORE, rule=RULE)
    draft = reader.draft(phrase, MentionKind.NAME, resolution, reader.profiler.read(phrase))
    reader.cast.add(draft, key=("entity", words.lower()))
    return draft


def _is_of_branch(before: Token, phrase: Phrase, core: Piece, reader: Reader) -> bool:
    """Say whether a word before a land's name is of one name with it, and neither a compass point nor an acronym."""
    if before.dep != "compound" or before.head != phrase.head or not before.text[0].isupper():
        return False
    land = reader.syntax.tokens[core.last - 1]
    joined = before.ent == land.ent == "ORG" and before.pos == "PROPN" and before.i >= phrase.first
    named = core.country is not None and core.country.kind == "name"
    return joined and named and before.text not in reader.words.names["compass"] and not before.text.isupper()
