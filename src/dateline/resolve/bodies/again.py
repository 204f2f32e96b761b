"""People told of before whom a plain word takes up: "two Turkish fishermen ... the men"."""

from __future__ import annotations

from collections.abc import Collection

from dateline.knowledge.countries import STATES_TOGETHER
from dateline.knowledge.normalise import name_key
from dateline.model import MentionKind, Resolution
from dateline.resolve.cast import Cast, Character, Draft
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

# How many sentences back the people may lie, and a body whose name holds the word.
REACH, REACH_BODY = 2, 8
# Rules by which people have a land of their own.
TOLD = ("demonym + noun", "people", "noun from a country")
# What those whom a body of states sends are together.
SENT = frozenset({"force", "mission", "contingent"})
OF_BODY = "of a body of states named before"
# Whoever holds or judges people is none of them.
HOLDING = frozenset({"GOV", "COP", "SPY", "JUD", "LEG"})


def people_again(
    phrase: Phrase, lemma: str, draft: Draft, *, cast: Cast, syntax: Syntax, plain: Collection[str]
) -> Character | None:
    """Return the people whom a bare "the men" or "the suspect" means: the last named with a land of their own.

    Args:
        phrase: The description.
        lemma: Its noun.
        draft: Its mention so far.
        cast: Everyone named before.
        syntax: The story.
        plain: Nouns that say nothing of whose the people are.
    """
    bare = phrase.head - phrase.first == 1 and syntax.definite(phrase.head)
    if not bare or lemma not in plain or syntax.parsed.has(syntax.tokens[phrase.head], "prep"):
        return None
    for character in cast.recent():
        if draft.sentence - character.latest.sentence > REACH:
            return None
        if _are_people(character, draft):
            return character
    return None


def _are_people(character: Character, draft: Draft) -> bool:
    """Say whether a character is people, or a person, of a told land, named before a description."""
    known, first = character.resolution, character.drafts[0]
    if known is None or first.head >= draft.head or first.kind is not MentionKind.NOMINAL or first.modifier:
        return False
    told = known.rule.startswith(TOLD) and known.country is not None and known.entity is None
    human = bool(character.person) or character.plural
    return told and human and character.latest.plural == draft.plural and HOLDING.isdisjoint(known.sectors)


def body_again(phrase: Phrase, *, cast: Cast, syntax: Syntax, staff: frozenset[str] = frozenset()) -> Character | None:
    """Return the body that "the exchange" or "the committee" means: named before by a name that holds the word.

    "The force" is also those whom a body of states was told to have sent: "UN peacekeepers ... the force".

    Args:
        phrase: A phrase whose noun is no agent.
        cast: Everyone named before.
        syntax: The story.
        staff: Nouns of those whom bodies of states send.
    """
    token = syntax.tokens[phrase.head]
    bare = phrase.head - phrase.first == 1 and syntax.tokens[phrase.first].lemma == "the"
    if not bare or token.tag != "NN" or syntax.parsed.has(token, "prep", "relcl"):
        return None
    for character in cast.recent():
        known, latest = character.resolution, character.latest
        if token.sent - latest.sentence > REACH_BODY:
            return None
        if known is not None and token.lemma in SENT and known.country in STATES_TOGETHER and character.lemmas & staff:
            return character
        if known is None or character.person or character.plural:
            continue
        named = character.drafts[0].kind is MentionKind.NAME and token.lemma in name_key(known.name).split()[1:]
        if named or token.lemma in character.lemmas:
            return character
    return None


def body_acting(cast: Cast, sentence: int) -> Resolution | None:
    """Return the body of states whose people "the judges" or "the monitors" are: what acted last before.

    Args:
        cast: Everyone named before.
        sentence: The sentence of the description.
    """
    for character in cast.recent():
        known, latest = character.resolution, character.latest
        if known is None or latest.modifier or not latest.subject or not known.country:
            continue
        if latest.sentence == sentence:
            continue
        near = sentence - latest.sentence <= REACH
        return known if near and known.country in STATES_TOGETHER and known.role is None else None
    return None
