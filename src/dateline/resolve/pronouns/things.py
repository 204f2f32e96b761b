"""Things told of before a pronoun: whether "it" and "they" go back to one of them rather than to an actor."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dateline.resolve.pieces.syntax import Syntax
from dateline.resolve.pronouns import nearness
from dateline.resolve.pronouns.agreement import Pronoun
from dateline.resolve.pronouns.nearness import DOING

# What a thing loses for "its", which the news has mostly of states and firms.
OWNING = 1.0
# How many sentences back a thing may lie.
REACH = 1
# Clauses below another, whose subject is not what the sentence is about.
ASIDE = frozenset({"ccomp", "advcl", "relcl"})


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun phrase that is no actor; it competes for "it" and "they"."""

    head: int
    sentence: int
    plural: bool
    subject: bool


def thing_wins(pronoun: Pronoun, score: float, things: Sequence[Thing], doers: Collection[int]) -> bool:
    """Say whether a pronoun goes back to a thing rather than to the best of those who act.

    Args:
        pronoun: The pronoun.
        score: What the best of those who act has.
        things: The things told of so far, in text order.
        doers: Subjects of the pronoun's own clause.
    """
    for thing in reversed(things):
        if pronoun.token.sent - thing.sentence > REACH:
            return False
        if _agrees(thing, pronoun) and _weight(thing, pronoun, doers) > score:
            return True
    return False


def _agrees(thing: Thing, pronoun: Pronoun) -> bool:
    """Say whether a pronoun may mean a thing: not the purchase in "its purchase will widen its reach"."""
    owned = pronoun.want.possessive and _is_owned(thing, pronoun.syntax)
    return thing.head < pronoun.i and thing.plural == pronoun.want.plural and not owned


def _weight(thing: Thing, pronoun: Pronoun, doers: Collection[int]) -> float:
    """Return how near and how prominent a thing is."""
    distance = pronoun.token.sent - thing.sentence
    # "... said that any attack would be answered. It ..."
    aside = distance and pronoun.syntax.governor(thing.head).dep in ASIDE
    own = nearness.near(pronoun.i, thing.head, distance)
    own += 2.0 if thing.subject and not aside else 0.0
    own += DOING if thing.head in doers else 0.0
    own -= OWNING if pronoun.want.possessive and not pronoun.want.plural else 0.0
    return own


def _is_owned(thing: Thing, syntax: Syntax) -> bool:
    return any(c.tag == "PRP$" for c in syntax.parsed.children(syntax.tokens[thing.head], "poss"))
