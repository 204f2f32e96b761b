"""Whom a pronoun cannot mean because they stand in one clause: Peru in "Peru's president accused it"."""

from __future__ import annotations

from dateline.model import Token
from dateline.resolve.pieces.syntax import Syntax
from dateline.resolve.pronouns import bindings
from dateline.resolve.pronouns.agreement import Form, Pronoun

# How many verbs above a pronoun may share their subject with its own.
SHARED = 4


def shares_clause(pronoun: Pronoun, head: int) -> bool:
    """Say whether both are arguments of one predicate, so that only a reflexive could join them.

    Args:
        pronoun: The pronoun.
        head: The head of a mention before it.
    """
    syntax, i, want = pronoun.syntax, pronoun.i, pronoun.want
    if want.possessive or want.reflexive:
        return False
    explained = syntax.tokens[head]
    head = explained.head if explained.dep == "appos" else head  # "His host, Ann Lee, praised him"
    mine, other = pronoun.verb, syntax.governor(head)
    if _owns_doer(syntax, i, head) or _describes(syntax, i, head, mine, want):
        return True
    if other.pos == "ADP" and syntax.subject(i):
        return False  # "As for Peres, he stays": a phrase set before its subject may name it
    mine, other = _past_prepositions(mine, syntax), _past_prepositions(other, syntax)
    shared = _shared_with(mine, syntax, pronoun.words.pronouns["results"])
    return mine.i == other.i or (other.i == shared and syntax.subject(head))


def explains(pronoun: Pronoun, head: int) -> bool:
    """Say whether a possessive stands in what explains a name: "Peru, its ally" is no ally of its own.

    Args:
        pronoun: The possessive.
        head: The head of the name.
    """
    thing = pronoun.syntax.tokens[pronoun.token.head]
    return thing.dep == "appos" and thing.head == head


def _past_prepositions(token: Token, syntax: Syntax) -> Token:
    """Return the verb or noun above a preposition, and above those that it hangs on."""
    while token.pos == "ADP" and token.head != token.i:
        token = syntax.tokens[token.head]
    return token


def _describes(syntax: Syntax, i: int, head: int, verb: Token, want: Form) -> bool:
    """Say whether a pronoun acts in the clause that describes a noun: "the general he dismissed" is not himself.

    Near miss: "the general, whose aides accuse him", and "Roe, which he denied", where a deed is described.
    """
    if verb.dep != "relcl" or verb.head != head:
        return False
    subjects = [c.text.lower() for c in syntax.parsed.children(verb, "nsubj", "nsubjpass")]
    doing = not bindings.RELATIVE.isdisjoint(subjects)
    if want.person and not doing and any(syntax.tokens[c].text.lower() == "which" for c in range(verb.head, i)):
        return False
    return doing or syntax.tokens[i].dep in {"nsubj", "nsubjpass"}


def _owns_doer(syntax: Syntax, i: int, head: int) -> bool:
    """Say whether a land or body has the clause's subject: Peru in "Peru's president accused it" is not accused."""
    owner = syntax.tokens[head]
    doer = syntax.tokens[owner.head]
    verb = syntax.tokens[i].head
    acted_on = syntax.tokens[i].dep in {"dobj", "pobj"}
    return acted_on and owner.dep == "poss" and doer.head == verb and doer.dep == "nsubj"


def _shared_with(verb: Token, syntax: Syntax, results: frozenset[str]) -> int:
    """Return the verb whose subject a verb shares: "praised Ann Lee and invited her", "called Ann Lee to thank her"."""
    children = syntax.parsed.children
    for _ in range(SHARED):
        if verb.dep == "xcomp" and not bindings.controllers(syntax, syntax.tokens[verb.head], verb):
            verb = syntax.tokens[verb.head]  # "vowed to help him": not who vows
            continue
        if verb.dep not in bindings.SHARING or syntax.parsed.has(verb, "nsubj", "nsubjpass"):
            return verb.i
        own_deed = verb.tag == "VBG" and verb.lemma not in results  # "lifted limits on banks, giving them the right"
        aim = own_deed or any(c.tag == "TO" for c in children(verb, "aux"))
        if verb.dep == "advcl" and not aim:
            return verb.i
        verb = syntax.tokens[verb.head]
    return verb.i
