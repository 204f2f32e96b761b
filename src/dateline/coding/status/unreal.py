"""Words around a deed by which it has not happened: averted, hung on, supposed, foreseen of others, an aim."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.knowledge.status import StatusWords
from dateline.model import Token

INDEFINITE = frozenset({"a", "an", "any", "another", "such"})
SUPPOSING = frozenset({"would", "could", "might"})
# Who may be the one that foresees it: his own deed is no guess.
PERSONAL = frozenset({"i", "we", "he", "she", "they", "it"})


def averted(noun: Token, graph: Graph, words: StatusWords) -> Token | None:
    """Return the verb that kept a deed from happening: "averted an attack", "was spared a raid"."""
    verb = graph.parsed.head(noun)
    kept = noun.pos == "NOUN" and noun.dep in {"dobj", "nsubjpass"} and verb.lemma in words.averted
    denied = any(c.dep == "neg" for c in graph.parsed.children(verb))
    return verb if kept and not denied else None


def hung_on(noun: Token, graph: Graph, words: StatusWords) -> Token | None:
    """Return the verb by which a deed is only what something hangs on or is there for.

    "The truce hinges on the release of the men", "to guard the border from attacks", "arms meant for a raid".
    """
    above = graph.parsed.head(noun)
    verb = graph.parsed.head(above)
    if verb.lemma == "use" and verb.pos == "NOUN" and above.lemma == "in":
        above = graph.parsed.head(verb)  # "intended for use in a raid"
        verb = graph.parsed.head(above)
    if noun.dep == "pobj" and above.lemma == "to" and verb.pos == "ADJ" and verb.lemma in words.exposed:
        return verb  # "vulnerable to an attack"
    if noun.dep != "pobj" or verb.pos != "VERB":
        return None
    hangs = above.lemma in {"on", "upon"} and verb.lemma in words.hanging
    guarded = above.lemma in {"from", "against", "for"} and verb.lemma in words.guarding
    return verb if hangs or guarded else None


def supposed(noun: Token, graph: Graph, words: StatusWords) -> Token | None:
    """Return what shows that a deed is only supposed: "if a raid hit the town", "an attack would be a mistake"."""
    verb = graph.parsed.head(noun)
    indefinite = any(c.text.lower() in INDEFINITE for c in graph.parsed.children(noun, "det"))
    if noun.pos != "NOUN" or noun.dep not in {"nsubj", "nsubjpass"} or not indefinite:
        return None
    helped = graph.parsed.children(verb, "aux")
    perfect = any(c.lemma == "have" for c in graph.parsed.children(verb, "aux"))
    modal = next((c for c in helped if c.text.lower() in SUPPOSING and not perfect), None)
    return modal or next((c for c in graph.parsed.children(verb, "mark") if c.text.lower() in words.conditions), None)


def foreseen(verb: Token, graph: Graph, words: StatusWords) -> Token | None:
    """Return the verb by which somebody only foresees what others will do: "I think that Chile will not attack"."""
    above = graph.parsed.head(verb)
    ahead = any(c.text.lower() in words.future | {"would"} for c in graph.parsed.children(verb, "aux"))
    doubted = [c for c in graph.parsed.children(above, "acomp") if c.lemma in words.doubtful]
    if verb.dep == "ccomp" and above.lemma == "be" and doubted and ahead:
        return doubted[0]  # "it is unlikely that Iraq will sign"
    if verb.dep != "ccomp" or above.lemma not in words.foreseeing or above.pos != "VERB" or not ahead:
        return None
    doers = [c.text.lower() for c in graph.parsed.children(verb, "nsubj", "nsubjpass")]
    return above if doers and PERSONAL.isdisjoint(doers) else None


def aimed_at(verb: Token, graph: Graph, words: StatusWords) -> Token | None:
    """Return the word by which a deed is only an aim or a thought: "Freeing her was one of his first aims"."""
    above = graph.parsed.head(verb)
    if verb.dep == "advcl" and above.dep == "parataxis":
        above = graph.parsed.head(above)  # "Freeing her, the premier said, was an aim"
    ahead = next((c for c in graph.parsed.children(above, "aux") if c.text.lower() in words.future | SUPPOSING), None)
    if verb.tag == "VBG" and verb.dep == "csubj" and ahead is not None:
        return ahead  # "reducing its presence will help nobody"
    if verb.tag != "VBG" or verb.dep not in {"csubj", "advcl"} or above.lemma != "be":
        return None
    told = [t for c in graph.parsed.children(above, "attr") for t in graph.parsed.subtree(c)]
    return next((t for t in told if t.lemma in words.aims), None)
