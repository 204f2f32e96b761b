"""Which land "there" points back to: "The authorities there", after a sentence about Lima."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.resolve.phrases import Phrase
from dateline.resolve.syntax import Syntax

# How many sentences back the place may lie.
REACH = 2
DOERS = frozenset({"nsubj", "nsubjpass"})
# Where a place stands that "there" goes back to; one that acts or owns ("Chile said", "Chile's minister") is second.
PLACED = frozenset({"pobj", "dobj"})


def land_there(phrase: Phrase, syntax: Syntax, places: Mapping[int, str]) -> str | None:
    """Return the country of the place that "there" behind a noun goes back to; None where no such word stands.

    Args:
        phrase: The noun phrase before the word.
        syntax: The story.
        places: Country of every place name, by head token.
    """
    if phrase.last >= len(syntax.tokens) or not _is_told(phrase, syntax):
        return None
    sentence = syntax.tokens[phrase.head].sent
    near = [i for i in places if i < phrase.first and sentence - syntax.tokens[i].sent <= REACH]
    stood = [i for i in near if syntax.first_joined(i).dep in PLACED]
    return places[max(stood or near)] if near else None


def _is_told(phrase: Phrase, syntax: Syntax) -> bool:
    """Say whether "there" tells where somebody is: not whither he goes, nor "there was"."""
    word, head = syntax.tokens[phrase.last], syntax.tokens[phrase.head]
    if word.text.lower() != "there" or word.dep == "expl":
        return False
    return word.head == head.i or syntax.first_joined(head.i).dep in DOERS
