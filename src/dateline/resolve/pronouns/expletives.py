"""Pronouns that stand for nobody: the empty "it", and those that do or suffer what only things do."""

from __future__ import annotations

from dateline.knowledge.actor_words import ActorWords
from dateline.resolve.pieces.syntax import Syntax


def empty_it(syntax: Syntax, i: int, words: ActorWords) -> bool:
    """Say whether "it" points at nothing: "it is clear that", "it seems", "it was reported that"."""
    token = syntax.tokens[i]
    if token.text.lower() != "it":
        return False
    if token.dep == "expl":
        return True
    above = syntax.tokens[token.head]
    if token.dep not in {"nsubj", "nsubjpass"} or above.i == token.i:
        return False
    clausal = any(
        c.dep in {"ccomp", "xcomp", "csubj", "advcl"} and c.i > above.i for c in syntax.parsed.children(above)
    )
    if above.lemma == "be" and any(
        c.dep == "attr" and c.pos == "NOUN" and c.ent == "" for c in syntax.parsed.children(above)
    ):
        # "It was the worst clash": the noun after it says that it is no actor, unless an actor noun stands there.
        return not any(
            c.dep == "attr" and c.lemma in words.definites["states"] | words.definites["bodies"]
            for c in syntax.parsed.children(above)
        )
    return above.lemma in words.pronouns["weather"] or (clausal and (above.lemma == "be" or token.dep == "nsubjpass"))


def is_thing(syntax: Syntax, i: int, words: ActorWords) -> bool:
    """Say whether a pronoun does or suffers what only things do: "it expired", "they were signed", "it is underway"."""
    token, lists = syntax.tokens[i], words.pronouns
    above = syntax.tokens[token.head]
    if token.dep == "nsubjpass":
        return above.lemma in lists["thing_fates"]
    if token.dep != "nsubj" or above.pos not in {"VERB", "AUX"}:
        return False
    if above.lemma == "be":
        return any(c.lemma in lists["thing_states"] for c in syntax.parsed.children(above, "acomp"))
    return above.lemma in lists["thing_deeds"]
