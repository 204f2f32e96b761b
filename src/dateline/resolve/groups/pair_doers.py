"""Who acts in the sentence of a pair: who thanks "both countries" is neither, whoever speaks of it may be of it."""

from __future__ import annotations

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import Token
from dateline.resolve.cast import Cast
from dateline.resolve.pieces.syntax import Syntax

# How far above "between" the verb of who speaks of it may stand.
MAX_STEPS = 4


def doers(syntax: Syntax, at: int) -> frozenset[int]:
    """Return the subjects of the verb that a phrase is an argument of, a relative clause's noun included.

    Whoever tells what the phrase does is none of them either: "the envoy said the two men had agreed".

    Args:
        syntax: The story.
        at: The token of the phrase.
    """
    verb = syntax.governor(at)
    if verb.pos == "ADP":
        verb = syntax.tokens[verb.head]
    if syntax.subject(at):
        if verb.dep != "ccomp":
            return frozenset()
        verb = syntax.tokens[verb.head]
    if verb.pos not in {"VERB", "AUX"}:
        return frozenset()
    found = {c.i for c in syntax.parsed.children(verb, "nsubj", "nsubjpass")}
    return frozenset(found | ({verb.head} if verb.dep == "relcl" else set()))


def lands_beside(cast: Cast, at: int, syntax: Syntax) -> frozenset[str]:
    """Return the country of whoever does something to a pair: the envoy of Peru who "thanked both countries".

    Args:
        cast: Everyone named so far.
        at: The token of the phrase.
        syntax: The story.
    """
    if syntax.subject(at):
        return frozenset()
    doing = doers(syntax, at)
    known = (d.resolution for c in cast.characters for d in c.drafts if d.head in doing)
    return frozenset(r.country for r in known if r is not None and r.country and r.country not in INTERNATIONAL)


def land_between(cast: Cast, at: int, syntax: Syntax) -> str | None:
    """Return the country of whoever speaks of what is "between the two countries": one of the two is his.

    Args:
        cast: Everyone named so far.
        at: The token of the phrase.
        syntax: The story.
    """
    prep = syntax.governor(at)
    if prep.lemma != "between":
        return None
    verb = _verb_above(prep, syntax)
    doing = {c.i for c in syntax.parsed.children(verb, "nsubj", "nsubjpass")}
    known = (d.resolution for c in cast.characters for d in c.drafts if d.head in doing and not d.plural)
    return next((r.country for r in known if r and r.country and r.country not in INTERNATIONAL), None)


def _verb_above(token: Token, syntax: Syntax) -> Token:
    """Return the verb above a token, else the last word looked at on the way up."""
    for _ in range(MAX_STEPS):
        token = syntax.tokens[token.head]
        if token.pos in {"VERB", "AUX"} or token.head == token.i:
            break
    return token
