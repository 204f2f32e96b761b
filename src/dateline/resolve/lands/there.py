"""Which land "there" and "where" point back to: "The authorities there", "into Peru, where the army has camps"."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

# How many sentences back the place may lie.
REACH = 2
# How many words before "where" its place may lie: "Peru, where", "Peru's north, where".
BEFORE = 4
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


def land_where(phrase: Phrase, syntax: Syntax, places: Mapping[int, str]) -> str | None:
    """Return the country of the place right before the "where" of whose clause a noun phrase is the doer.

    Args:
        phrase: The noun phrase: "the army" of "into Peru, where the army has camps".
        syntax: The story.
        places: Country of every place name, by head token.
    """
    verb = syntax.governor(syntax.first_joined(phrase.head).i)
    told = (c for c in syntax.parsed.children(verb, "advmod") if c.text.lower() == "where" and c.i < phrase.first)
    where = next(told, None)
    if where is None or syntax.first_joined(phrase.head).dep not in DOERS:
        return None
    near = [i for i in range(where.i - 1, max(where.i - BEFORE, -1), -1) if i in places]
    return places[near[0]] if near else None


def _is_told(phrase: Phrase, syntax: Syntax) -> bool:
    """Say whether "there" tells where somebody is: not whither he goes, nor "there was"."""
    word, head = syntax.tokens[phrase.last], syntax.tokens[phrase.head]
    if word.text.lower() != "there" or word.dep == "expl":
        return False
    return word.head == head.i or syntax.first_joined(head.i).dep in DOERS
