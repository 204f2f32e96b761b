"""Whom a report told of before it names him: "A court jailed a Malian singer. Ann Lee, 40, was ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import MentionKind, Resolution
from dateline.resolve.cast import Character
from dateline.resolve.people.person_names import name_words
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# Sentences of the body within which a report still introduces its people, and how far back one with an age may go.
INTRODUCTION, AGED_REACH = 6, 3


def introduced(phrase: Phrase, resolution: Resolution, reader: Reader) -> Character | None:
    """Return the character whom the sentences just before only describe and whom a full name now names.

    Args:
        phrase: The phrase of a name that no title stands before.
        resolution: Who bears the name, of whom nothing is told.
        reader: The work on the story.
    """
    syntax = reader.syntax
    if len(name_words(resolution.name)) < 2:
        return None  # a surname alone is of somebody whom the reader knows
    sentence = syntax.tokens[phrase.head].sent
    if sentence > INTRODUCTION or not syntax.subject(phrase.head) or syntax.quoted[phrase.head]:
        return None
    near = AGED_REACH if _has_age(phrase, syntax) else 1
    return next((c for c in reader.cast.recent() if _is_unnamed(c, sentence, near, syntax)), None)


def under_name(known: Resolution | None, name: str) -> Resolution | None:
    """Return what is told of somebody under the name that the report gives him later."""
    return replace(known, name=name, score=min(known.score, 0.5), rule="named after a description") if known else None


def _has_age(phrase: Phrase, syntax: Syntax) -> bool:
    """Say whether a number stands beside a name: "Ann Lee, 40, was ..."."""
    beside = syntax.parsed.children(syntax.tokens[phrase.head], "appos", "npadvmod", "nummod")
    return any(c.ent in {"DATE", "CARDINAL"} or c.pos == "NUM" for c in beside)


def _is_unnamed(character: Character, sentence: int, near: int, syntax: Syntax) -> bool:
    """Say whether a character is one person whom the sentences just before only describe."""
    first, known = character.drafts[0], character.resolution
    leads = first.sentence == 0 and first.subject and not first.quoted
    one = character.person and not character.plural and (syntax.indefinite(first.head) or leads)
    told = known is not None and bool(known.country or known.sectors) and known.entity is None
    named = any(d.kind is MentionKind.NAME for d in character.drafts)
    return bool(one and told and not named and 0 < sentence - first.sentence <= near)
