"""What a description first tells of somebody who was only named: "Ann Roe spoke. The Danish engineer said"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import Resolution

if TYPE_CHECKING:
    from dateline.resolve.cast import Character, Draft
    from dateline.resolve.pieces.phrases import Phrase
    from dateline.resolve.reader import Reader

AGAIN = "description of one named before"
# What is known by a description is a little less sure than what was named.
LESS_SURE = 0.9


def join(phrase: Phrase, draft: Draft, reader: Reader) -> bool:
    """Join a description with the only person named so far, told of in the sentence before by name alone.

    Args:
        phrase: The description.
        draft: Its mention so far.
        reader: The work on the story.

    Returns:
        Whether there is such a person; all mentions of him then say what the description does.
    """
    told = draft.resolution
    if told is None or not told.sectors or not told.country or draft.quoted or not _is_bare(phrase, draft, reader):
        return False
    character = _only_named(draft, reader)
    if character is None or character.resolution is None:
        return False
    draft.resolution = named_before(replace(told, name=character.resolution.name))
    for other in character.drafts:
        other.resolution = draft.resolution
    character.resolution = draft.resolution
    reader.cast.join(draft, character)
    return True


def named_before(known: Resolution) -> Resolution:
    """Return what is known of somebody for a description that goes back to him.

    Args:
        known: What his name says.
    """
    return replace(known, score=round(known.score * LESS_SURE, 3), rule=AGAIN)


def _is_bare(phrase: Phrase, draft: Draft, reader: Reader) -> bool:
    """Say whether a description means one person, who does something, by "the"."""
    one = bool(draft.person) and not draft.plural and draft.subject
    return one and reader.syntax.tokens[phrase.first].lemma == "the"


def _only_named(draft: Draft, reader: Reader) -> Character | None:
    """Return the only person of the story so far, where he acted just before and nothing but a name was told."""
    people = [c for c in reader.cast.characters if c.person and not c.plural]
    known = people[0].resolution if len(people) == 1 else None
    if known is None or known.entity or known.country or known.sectors:
        return None
    near = draft.sentence - people[0].latest.sentence == 1
    return people[0] if near and people[0].drafts[0].subject else None
