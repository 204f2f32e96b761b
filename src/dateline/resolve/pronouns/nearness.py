"""How near a mention is to a pronoun, and how much its place in the sentence puts it in mind."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.resolve.cast import Draft
from dateline.resolve.pieces.syntax import Syntax
from dateline.resolve.pronouns import speaking
from dateline.resolve.pronouns.agreement import Pronoun

# How many sentences back an antecedent may lie: people stay in mind longer than things.
REACH_PERSON = 6
REACH_OTHER = 3
# What an object gains whose verb judges it for what the pronoun did.
JUDGED = 4.0
# What the doer of a possessive's own clause gains.
DOING = 1.5
# What the subject gains whose verb stands above the pronoun: "the league, which Chad has joined, said it would".
COMMANDING = 1.0
# How deep below a subject's verb a pronoun may hang.
DEPTH = 40
# Prepositions of where something takes place.
PLACING = frozenset({"in", "at", "near", "from", "across", "into", "around"})


def weight(pronoun: Pronoun, draft: Draft) -> float | None:
    """Return how near and how prominent a mention is for a pronoun; None when it is out of reach.

    Args:
        pronoun: The pronoun.
        draft: The mention.
    """
    distance = pronoun.sentences_behind(draft)
    if distance - _told_between(pronoun, draft) > (REACH_PERSON if pronoun.want.person else REACH_OTHER):
        return None
    score = near(pronoun.i, draft.head, distance)
    for gain in _gains(pronoun, draft):
        score += gain
    return score


def near(i: int, head: int, distance: int) -> float:
    """Return what nearness gives: within a sentence the nearer of two wins, across sentences the sentence counts.

    Args:
        i: The pronoun.
        head: Whom or what it may mean.
        distance: How many sentences lie between.
    """
    return 4.0 - 1.5 * distance - (i - head) * (0.01 if distance else 0.04)


def _told_between(pronoun: Pronoun, draft: Draft) -> int:
    """Return how many sentences between the two are nothing but a quotation, where the pronoun stands in none."""
    syntax = pronoun.syntax
    if syntax.quoted[pronoun.i]:
        return 0
    return syntax.told_before[pronoun.token.sent] - syntax.told_before[draft.sentence]


def _gains(pronoun: Pronoun, draft: Draft) -> Iterator[float]:
    """Give what each sign adds to nearness."""
    commanding = draft.subject and not pronoun.sentences_behind(draft) and _commands(pronoun, draft.head)
    yield _of_subject(draft, pronoun.syntax)
    if not pronoun.want.person:
        yield from _gains_of_body(pronoun, draft, commanding=commanding)
    if pronoun.want.plural and not draft.plural:
        yield _of_one_as_many(pronoun, commanding=commanding)
    yield from speaking.gains_of_speaker(pronoun, draft)
    if not pronoun.want.person and _is_place(draft, pronoun.syntax):
        yield -2.0
    yield from speaking.losses_in_speech(pronoun, draft)
    if pronoun.want.possessive and _given_to(pronoun, draft.head):
        yield JUDGED


def _of_subject(draft: Draft, syntax: Syntax) -> float:
    """Return what a subject gains; who acts "by a doctor" is less in mind."""
    if not draft.subject:
        return 0.0
    return 2.0 if syntax.tokens[draft.head].dep != "pobj" else 0.5


def _gains_of_body(pronoun: Pronoun, draft: Draft, *, commanding: bool) -> Iterator[float]:
    """Give what a land, a body or several gain whose own verb, or whose spokesman's, stands above the pronoun."""
    if not pronoun.want.plural and _is_one_of_several(pronoun, draft.head):
        yield -3.0  # "Peru and Chile recalled their envoys over its vote": neither
    if commanding:
        yield COMMANDING
    if not pronoun.sentences_behind(draft) and _is_spoken_for(pronoun, draft.head):
        yield 2.0 + COMMANDING


def _of_one_as_many(pronoun: Pronoun, *, commanding: bool) -> float:
    """Return what one loses for "they": "the militia said that they": a body may be many below its own verb."""
    if not commanding:
        return -3.0
    beside = pronoun.verb.dep == "conj"  # "the army shelled the rebels, and they fled"
    return -((3.0 if beside else 1.0) + COMMANDING)


def _is_place(draft: Draft, syntax: Syntax) -> bool:
    """Say whether a mention only tells where something is."""
    above = syntax.governor(draft.head)
    return above.pos == "ADP" and above.lemma in PLACING


def _is_one_of_several(pronoun: Pronoun, head: int) -> bool:
    """Say whether a land or body is only one of a list that does or suffers something together, away from a pronoun."""
    syntax = pronoun.syntax
    token, thing = syntax.tokens[head], syntax.first_joined(pronoun.token.head)
    names = [c for c in syntax.parsed.children(token, "conj") if c.pos == "PROPN"]
    joined = token.pos == "PROPN" and (
        bool(names) or (token.dep == "conj" and syntax.tokens[token.head].pos == "PROPN")
    )
    return joined and thing.i != syntax.first_joined(head).i


def _given_to(pronoun: Pronoun, head: int) -> bool:
    """Say whether a possessive stands in what somebody gets or loses: "deny the men their rights"."""
    tokens = pronoun.syntax.tokens
    thing, owner = tokens[pronoun.token.head], tokens[head]
    return (
        thing.dep == "dobj"
        and owner.dep in {"dative", "dobj", "iobj"}
        and owner.head == thing.head
        and head < pronoun.i
    )


def _is_spoken_for(pronoun: Pronoun, head: int) -> bool:
    """Say whether somebody speaks for a body in words that hold a pronoun: "a spokesman for the bank said it ..."."""
    syntax = pronoun.syntax
    token = syntax.tokens[head]
    preposition = syntax.tokens[token.head]
    if token.dep != "pobj" or preposition.lemma not in {"for", "of"}:
        return False
    return syntax.subject(preposition.head) and _commands(pronoun, preposition.head)


def _commands(pronoun: Pronoun, head: int) -> bool:
    """Say whether a subject's verb stands above a pronoun: "the US stayed out, saying it ..."."""
    return pronoun.syntax.hangs_below(pronoun.verb.i, pronoun.syntax.governor(head).i, steps=DEPTH)
