"""A whole story cut into the pieces that the knowledge base knows, and which of its words are names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.resolve.pieces.cutter import Cutter
from dateline.resolve.pieces.homonyms import of_units

if TYPE_CHECKING:
    from dateline.knowledge.actor_words import ActorWords
    from dateline.model import ParsedStory
    from dateline.resolve.pieces.lookups import Lookups
    from dateline.resolve.pieces.pieces import Piece
    from dateline.resolve.pieces.syntax import Syntax

# No part of a name, however they are written ("The United Nations").
FUNCTION_WORDS = frozenset({"DET", "ADP", "CCONJ", "PRON"})
# What names of actors and places are to the parser, which leaves some unlabelled.
LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", ""})


def cut_story(syntax: Syntax, find: Lookups, words: ActorWords, *, alone: bool) -> list[list[Piece]]:
    """Return the pieces of each sentence.

    Args:
        syntax: The story.
        find: The knowledge base.
        words: The shipped word lists.
        alone: The text is a single actor string.
    """
    parsed = syntax.parsed
    cutter = Cutter(syntax, find, words, names=_name_words(parsed, alone=alone))
    names = {n.first: n for n in parsed.names}
    cut = [cutter.cut(s, names) for s in parsed.sentences]
    told = {t.text for t in parsed.tokens}
    return of_units(cut, told, signs=words.names["american"], unless=words.names["caucasus"])


def _name_words(parsed: ParsedStory, *, alone: bool) -> frozenset[str]:
    """Return the words that are names in this story, by the tagger's word elsewhere in it."""
    if alone:
        return frozenset(t.text for t in parsed.tokens if t.text[0].isupper() and t.pos not in FUNCTION_WORDS)
    return frozenset(t.text for t in parsed.tokens if t.pos == "PROPN" and t.ent in LABELS)
