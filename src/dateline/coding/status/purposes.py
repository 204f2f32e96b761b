"""What is done by the verb that it is the purpose of: "telephoned to offer help", "gathered to protest"."""

from __future__ import annotations

from dateline.coding.status.first_person import is_first_person
from dateline.coding.status.status_words import words
from dateline.coding.structure.arguments import Graph
from dateline.model import Token

TRAVELLED = frozenset({"VBD", "VBN", "VBG"})


def is_errand(verb: Token, graph: Graph) -> bool:
    """Say whether something is said by the verb above that it is the purpose of.

    "Telephoned him to offer help", "went on television to accuse Chad", "flew to Rabat to ask for a loan".

    Args:
        verb: The infinitive.
        graph: Arguments of the story.
    """
    above, known = graph.parsed.head(verb), words()
    if above.lemma in known.calling and verb.lemma in known.performed:
        return True
    if above.lemma in known.travelling and verb.lemma in known.pleaded:
        return above.tag in TRAVELLED
    if verb.lemma not in known.performed or above.pos != "VERB":
        return False
    below = [i for heads in graph.slots(above.i).values() for i in heads]
    return any(i < verb.i and graph.tokens[i].lemma.lower() in known.platforms for i in below)


def does_it(verb: Token, above: Token, graph: Graph) -> bool:
    """Say whether the verb above does what its purpose says: "gathered to protest", "I am here to confirm"."""
    if above.lemma in words().gathering and verb.lemma in words().protesting:
        return True
    if above.lemma == "go" and graph.tokens[above.i + 1].text.lower() == "on" and verb.i <= above.i + 3:
        return True  # "went on to accuse", not "went on television to accuse"
    if above.lemma == "like" and verb.lemma in words().performed:
        return is_first_person(above, graph)  # "I would like to thank"
    return above.lemma in words().arriving and is_first_person(above, graph)


def counted(verb: Token, graph: Graph) -> Token | None:
    """Return the verb above somebody who is counted by what he did: "became the first president to visit Togo"."""
    above = graph.parsed.head(verb)
    noun = above if verb.dep != "advcl" else next(graph.parsed.children(above, "attr"), above)
    ranked = any(c.text.lower() in words().ranks for c in graph.parsed.children(noun, "amod"))
    return graph.parsed.head(noun) if ranked and noun.lemma in words().ranked else None
