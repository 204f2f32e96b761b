"""What marks the deed that a noun tells as planned or imagined: "an upcoming strike", "talks set for Monday"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.structure.arguments import Graph
from dateline.model import Token


def marks_of(noun: Token, graph: Graph) -> Sequence[Token]:
    """Return the words around a noun that may say whether its deed lies ahead.

    Args:
        noun: The noun.
        graph: Arguments of the story.
    """
    return [*graph.parsed.children(noun, "amod", "nmod"), *_set_for(noun, graph), *_time_of(noun, graph)]


def _set_for(noun: Token, graph: Graph) -> list[Token]:
    """Return the participles that set a noun for a time: "talks scheduled for May", not "planned in secret"."""
    below = (c for c in graph.parsed.children(noun, "acl") if c.tag == "VBN")
    return [c for c in below if any(p.lemma == "for" for p in graph.parsed.children(c, "prep"))]


def _time_of(noun: Token, graph: Graph) -> list[Token]:
    """Return the words on the time whose deed a noun is: the "next" of "next week's visit"."""
    owners = (c for c in graph.parsed.children(noun, "poss") if c.ent == "DATE")
    return [t for owner in owners for t in (owner, *graph.parsed.children(owner, "amod"))]
