"""Which word denies what a verb tells: "not", "nearly", "no longer", "yet to", or a subject that is nobody."""

from __future__ import annotations

from dateline.coding.status.status_words import words
from dateline.coding.structure.arguments import Graph
from dateline.model import Token

# Nouns with which "no" denies a verb outright: "in no way", "by no means".
NO_WAY = frozenset({"way", "mean", "means", "circumstance", "sense", "event"})


def negation(verb: Token, graph: Graph) -> Token | None:
    """Return the word that denies a verb: "not", "never", "nearly", "no longer", or a subject that is nobody."""
    for child in graph.parsed.children(verb):
        or_not = child.i > 0 and graph.tokens[child.i - 1].text.lower() == "or"  # "whether or not he will sign"
        denied = (child.dep == "neg" and not or_not) or child.text.lower() in {"never", "neither"}
        short = child.dep == "advmod" and child.lemma in words().short_of and not _is_counting(child, graph)
        if denied or short:
            return child
        over = child.text.lower() == "longer" and any(c.text.lower() == "no" for c in graph.parsed.children(child))
        if over:
            return child
    return _nobody(verb, graph) or _yet_to(verb, graph) or _in_no_way(verb, graph)


def _in_no_way(verb: Token, graph: Graph) -> Token | None:
    """Return the word that denies a verb outright: "in no way abandoned its policy", "by no means agreed"."""
    for prep in graph.parsed.children(verb, "prep"):
        for noun in graph.parsed.children(prep, "pobj"):
            none = next((c for c in graph.parsed.children(noun, "det") if c.text.lower() == "no"), None)
            if none is not None and noun.lemma in NO_WAY:
                return none
    return None


def _is_counting(adverb: Token, graph: Graph) -> bool:
    """Say whether "nearly" goes with a number: "nearly 300 died"."""
    after = graph.tokens[adverb.i + 1] if adverb.i + 1 < len(graph.tokens) else None
    return after is not None and after.pos in {"NUM", "DET", "SYM"}


def _nobody(verb: Token, graph: Graph) -> Token | None:
    """Return the word that denies an event by denying who took part: "no policemen were killed"."""
    for party in graph.parsed.children(verb, "nsubj", "nsubjpass", "dobj", "attr"):
        if party.text.lower() in words().nobody:
            return party
        below = graph.parsed.children(party, "det", "preconj", "cc")
        denied = next((c for c in below if c.text.lower() in {"no", "neither"}), None) or _neither(party, graph)
        if denied is not None:
            return denied
    return None


def _neither(party: Token, graph: Graph) -> Token | None:
    """Return the "neither" at the head of a list, wherever the parser hung it: "neither the Danish nor the ..."."""
    first = min((t.i for t in graph.parsed.subtree(party)), default=party.i)
    token = graph.tokens[first]
    return token if token.text.lower() == "neither" else None


def _yet_to(verb: Token, graph: Graph) -> Token | None:
    """Return the "yet" of "has yet to sign", for either verb."""
    above = verb if verb.lemma in {"have", "be"} else graph.parsed.head(verb)
    below = [c for c in graph.parsed.children(above, "xcomp") if c.i == verb.i or above.i == verb.i]
    if above.lemma not in {"have", "be"} or not below:
        return None
    between = graph.tokens[above.i : below[0].i]
    return next((t for t in between if t.text.lower() == "yet"), None)
