"""Which nouns name a post and no holder, so that no pronoun means one: "running for president"."""

from __future__ import annotations

from dateline.model import MentionKind, Token
from dateline.resolve.cast import Draft
from dateline.resolve.pieces.syntax import Syntax

# Subjects of which a noun may tell for the first time who it was: "It was a nurse. She ...".
NOBODY = frozenset({"it", "there", "this", "that", "who", "which", "what"})


def is_generic(draft: Draft, syntax: Syntax) -> bool:
    """Say whether a noun names a post and no holder: "running for president", "her speech as president".

    Args:
        draft: The noun's mention.
        syntax: The story.
    """
    token = syntax.tokens[draft.head]
    if draft.kind is not MentionKind.NOMINAL or draft.plural or not draft.person or token.dep not in {"pobj", "attr"}:
        return False
    if token.dep == "attr" and _is_said_of(token, syntax):
        return True  # "Lee is a critic of the plan. She ...": Lee
    if token.dep == "pobj" and syntax.tokens[token.head].lemma == "as" and syntax.indefinite(draft.head):
        return True  # "named her as an adviser"
    bare = not any(t.dep in {"det", "poss", "nummod"} for t in syntax.parsed.children(token))
    return bare and (token.dep == "attr" or syntax.tokens[token.head].lemma in {"for", "as"})


def _is_said_of(token: Token, syntax: Syntax) -> bool:
    """Say whether a noun only says what a clause's subject is."""
    subjects = syntax.parsed.children(syntax.tokens[token.head], "nsubj")
    return any(s.pos in {"PROPN", "NOUN", "PRON"} and s.text.lower() not in NOBODY for s in subjects)
