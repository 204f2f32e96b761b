"""Whether a word below an operator, or the operator itself, is told as not so."""

from __future__ import annotations

from dateline.coding.operators.effects import HAVING
from dateline.coding.status.status import read_status
from dateline.coding.structure.arguments import Graph
from dateline.model import Status


def is_denied(graph: Graph, i: int) -> bool:
    """Say whether a verb is denied: "vowed never to sign".

    Args:
        graph: Arguments of the story.
        i: The verb's token.
    """
    return graph.parsed.has(graph.tokens[i], "neg")


def is_negated(graph: Graph, i: int) -> bool:
    """Say whether an operator is itself told as not so: "is not prepared to", "has no plans to".

    Args:
        graph: Arguments of the story.
        i: The operator's token.
    """
    token = graph.tokens[i]
    reading = read_status(token, graph)
    kept = token.pos == "NOUN" and token.dep == "dobj" and graph.tokens[token.head].lemma not in HAVING
    return reading.status is Status.NEGATED and not reading.refused and not kept  # "did not keep its promise to"
