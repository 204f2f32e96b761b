"""Whom a deed is for, and what only says where it was done."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.voices import is_infinitive
from dateline.knowledge.parties import party_words
from dateline.model import ParsedStory

HELPING = party_words().set("helping")
BORDERS, BESIDE = frozenset({"border", "frontier"}), frozenset({"on", "along", "near", "at"})


def whom_to_help(graph: Graph, verb: int) -> list[int]:
    """Return whom something promised is to help: Haiti of "pledged two million dollars to help Haiti rebuild".

    Args:
        graph: Arguments of the story.
        verb: Token of the promise.
    """
    tokens = graph.tokens
    around = [verb, *graph.slots(verb).get("obj", ())]
    below = [c for i in around for c in graph.parsed.children(tokens[i], "advcl", "xcomp", "acl", "relcl")]
    aims = [c.i for c in below if c.lemma in HELPING and is_infinitive(graph.parsed, c)]
    aims += [c.i for i in tuple(aims) for c in graph.parsed.children(tokens[i], "ccomp", "xcomp", "conj")]
    return [h for i in aims for name in ("obj", "subj") for h in graph.slots(i).get(name, ()) if h > verb]


def is_border(parsed: ParsedStory, head: int) -> bool:
    """Say whether a nation only says where a border runs: "a stronghold on the Thai border"."""
    token = parsed.tokens[head]
    border = parsed.head(token)
    near = border.dep == "pobj" and parsed.head(border).lemma in BESIDE
    return near and token.dep in {"amod", "compound", "nmod"} and border.lemma in BORDERS
