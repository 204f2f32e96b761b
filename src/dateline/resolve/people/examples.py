"""Which group a name is an example of: "candidates such as Ann Lee", "the officers, Lee and Roe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import MentionKind, Token
from dateline.resolve.cast import Draft
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# Prepositions that name some of a group.
EXAMPLES = frozenset({"like", "as", "including"})


def example_of(phrase: Phrase, reader: Reader) -> Draft | None:
    """Return the mention of the group that a name is an example of.

    Args:
        phrase: The phrase of the name.
        reader: The work on the story.
    """
    above = _group_noun(phrase.head, reader.syntax)
    group = reader.drafts.get(above.i) if above is not None and above.i < phrase.head else None
    if above is None or group is None or group.kind is not MentionKind.NOMINAL:
        return None
    return group if group.plural and group.first <= above.i else None


def _group_noun(head: int, syntax: Syntax) -> Token | None:
    """Return the noun that a name follows as an example, or explains alone or joined with others."""
    above = syntax.governor(head)
    if above.pos == "ADP" and above.lemma in EXAMPLES:
        return _noun_before(above, syntax)
    if syntax.tokens[head].dep not in {"conj", "appos"}:
        return None
    first = syntax.first_joined(head)
    return syntax.tokens[first.head] if first.dep == "appos" else first


def _noun_before(preposition: Token, syntax: Syntax) -> Token:
    """Return the noun that examples follow: the one above "like", else the last plural of the sentence so far."""
    above = syntax.tokens[preposition.head]
    if above.pos in {"NOUN", "PROPN"} or preposition.lemma == "as":
        return above
    start = syntax.parsed.sentences[preposition.sent].first
    nouns = (t for t in reversed(syntax.tokens[start : preposition.i]) if t.pos == "NOUN" and syntax.plural(t.i))
    return next(nouns, above)
