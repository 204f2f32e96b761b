"""Whether "would" is a reported "will": "said it would sign", "gave notice that it would free them"."""

from __future__ import annotations

from dateline.coding.status.status_words import words
from dateline.coding.structure.arguments import Graph
from dateline.model import Token

REPORTING = frozenset({"VBD", "VBN"})


def is_reported_future(verb: Token, helped: dict[str, Token], graph: Graph) -> bool:
    """Say whether "would" is a reported "will": under a verb of saying in the past."""
    if "would" not in helped or "have" in helped:
        return False
    verb = _first_joined(verb, graph)
    above = graph.parsed.head(verb)
    if verb.dep in {"acl", "ccomp", "relcl"} and above.lemma in words().notices:
        return graph.parsed.head(above).tag in REPORTING  # "gave notice that it would free them"
    return verb.dep in {"ccomp", "relcl"} and (above.tag in REPORTING or verb.dep == "relcl")


def _first_joined(verb: Token, graph: Graph) -> Token:
    """Return the first of joined verbs: the "regretted" of "said it regretted the vote but would abide by it"."""
    while verb.dep == "conj" and graph.parsed.head(verb).pos in {"VERB", "AUX"}:
        verb = graph.parsed.head(verb)
    return verb
