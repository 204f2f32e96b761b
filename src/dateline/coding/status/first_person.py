"""Whether a verb tells what the speaker does himself: "I want to thank them"."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.model import Token


def is_first_person(verb: Token, graph: Graph) -> bool:
    """Say whether "I" or "we" is a verb's subject."""
    return any(c.text.lower() in {"i", "we"} for c in graph.parsed.children(verb, "nsubj"))
