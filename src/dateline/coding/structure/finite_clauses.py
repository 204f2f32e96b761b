"""Whether an event is told in a clause of its own, with a tense: "told the court that soldiers had beaten him"."""

from __future__ import annotations

from dateline.coding.frames.matching import Matcher
from dateline.model import Token


def is_clause(matcher: Matcher, token: Token) -> bool:
    """Say whether an event's word is a verb with a tense of its own, and not one that another joins.

    Args:
        matcher: Reads the restrictions of the story's words.
        token: The event's word.
    """
    if token.pos not in {"VERB", "AUX"} or token.dep == "conj":
        return False
    return matcher.restrictions.is_finite(token.i)
