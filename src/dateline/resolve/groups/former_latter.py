"""Whom "the former" and "the latter" mean: one of the two lands' parties that were named just before."""

from __future__ import annotations

from dateline.model import MentionKind, Token
from dateline.resolve.cast import Cast, Draft
from dateline.resolve.pieces.syntax import Syntax

# What takes up one of two named before, and as what it stands.
ONE_OF_TWO = frozenset({"former", "latter"})
FILLING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss"})


def is_one_of_two(token: Token, syntax: Syntax) -> bool:
    """Say whether a word is "the former" or "the latter" alone: "the latter accused Lima", not "the former minister".

    Args:
        token: A word.
        syntax: The story.
    """
    alone = token.text.lower() in ONE_OF_TWO and token.dep in FILLING
    return alone and any(c.lemma == "the" for c in syntax.parsed.children(token, "det"))


def one_of_two(cast: Cast, at: int, syntax: Syntax) -> Draft | None:
    """Return whom "the former" or "the latter" means: of the two lands' parties that were named just before.

    Args:
        cast: Everyone named so far.
        at: The word.
        syntax: The story.
    """
    token = syntax.tokens[at]
    told = {d.head: d for d in cast.drafts_before(at) if d.kind is not MentionKind.PRONOUN}
    for sentence in (token.sent, token.sent - 1):
        near = [d for _, d in sorted(told.items()) if d.sentence == sentence and not d.modifier and d.resolution]
        first = {d.resolution.country: d for d in reversed(near) if d.resolution and d.resolution.country}
        if len(first) == 2:
            pair = sorted(first.values(), key=lambda d: d.head)
            return pair[token.text.lower() == "latter"]
    return None
