"""Sport: in the report of a match "the captain" is no officer, and "the side" no delegation."""

from __future__ import annotations

from dataclasses import replace

from dateline.knowledge.actor_words import SportWords
from dateline.resolve.cast import Cast
from dateline.resolve.syntax import Syntax

RULE = "in the report of a match"
# Different words of matches that make a story the report of one.
LEAST = 4


def settle(cast: Cast, syntax: Syntax, words: SportWords) -> None:
    """Make people of those whom the report of a match names by words that elsewhere mean officials or soldiers.

    Args:
        cast: The story's characters; their drafts are changed.
        syntax: The story.
        words: Words of matches, and of who plays them.
    """
    found = {t.lemma.lower() for t in syntax.tokens} & words.signs
    if len(found) < LEAST:
        return
    for character in cast.characters:
        if not character.lemmas & words.players:
            continue
        for draft in character.drafts:
            known = draft.resolution
            if known is not None and known.entity is None and known.role is None and known.sectors[:1] != ("CVL",):
                draft.resolution = replace(known, sectors=("CVL",), rule=f"{known.rule}; {RULE}")
