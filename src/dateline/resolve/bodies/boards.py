"""Which boards and departments are a state's: "the provincial water department", "the commission of inquiry"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.resolve.descriptions.described import Profile
    from dateline.resolve.pieces.phrases import Phrase
    from dateline.resolve.pieces.syntax import Syntax

Lists = Mapping[str, frozenset[str]]


def is_states_board(phrase: Phrase, profile: Profile, syntax: Syntax, lists: Lists) -> bool:
    """Say whether a board is the state's: "the provincial water department", "the Ohio casino commission".

    Args:
        phrase: The phrase.
        profile: The words around its head.
        syntax: The story.
        lists: The lists of nouns for boards, and of words that make them a state's.
    """
    token = syntax.tokens[phrase.head]
    if token.lemma not in lists["boards"] or profile.employer:
        return False
    before = [t for t in syntax.tokens[phrase.first : phrase.head] if t.dep in {"amod", "compound", "nmod"}]
    level = any(t.lemma in lists["levels"] for t in before) or _inquires(phrase, syntax, lists)
    named = token.lemma in lists["authorities"] and any(t.pos == "PROPN" for t in before)
    owned = bool(profile.countries) and any(t.pos == "NOUN" for t in before)  # "the Ruritanian grain board"
    return level or owned or (len(before) > 1 and (named or profile.place is not None))


def _inquires(phrase: Phrase, syntax: Syntax, lists: Lists) -> bool:
    """Say whether a board is one that a state sets up to find something out: "the commission of inquiry"."""
    children = syntax.parsed.children
    behind = (n for p in children(syntax.tokens[phrase.head], "prep") for n in children(p, "pobj"))
    return any(n.lemma in lists["inquiries"] for n in behind)
