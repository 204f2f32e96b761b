"""Which nouns suit a body by its kind: "the mission" of observers, "the attackers" of gunmen, "the group" of rebels."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.knowledge.countries import INTERNATIONAL, STATES_TOGETHER
from dateline.model import EntityKind, MentionKind, Resolution
from dateline.resolve.bodies.many_states import UNITED_NATIONS
from dateline.resolve.cast import Character, Draft
from dateline.resolve.pieces.pieces import Piece

# Doers of an attack of whom no name is told.
UNNAMED = frozenset({"UAF", "CRM", "UNK"})


def suits_kind(character: Character, core: Piece, draft: Draft, lists: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a noun suits the kind of a named body, or two words mean the doers of one attack.

    Args:
        character: Who was named before.
        core: The noun.
        draft: Its mention so far.
        lists: The lists of nouns by what may be called so.
    """
    known, lemma = character.resolution, core.lemma.split()[-1]
    if lemma in lists["missions"] and not draft.plural and character.lemmas & lists["mission_staff"]:
        return known is not None and known.country in INTERNATIONAL  # "EU observers ... the mission"
    named = known is not None and known.entity is not None and known.entity.kind is EntityKind.IGO
    if known is None or character.person or (character.latest.modifier and not named):
        return character.plural and draft.plural and _are_attackers(character, lemma, lists)
    if not draft.plural and character.drafts[0].kind is MentionKind.NOMINAL and character.drafts[0].plural:
        return False  # "its members ... the bloc": those of a body are not the body
    kind = _kind(known)
    if known.country == UNITED_NATIONS and lemma in lists["of_some_states"]:
        return False
    if kind == "armed_group" and draft.plural and core.noun is not None:
        return "REB" in known.sectors and core.noun.sectors[:1] == ("REB",)
    if draft.plural:
        return _are_attackers(character, lemma, lists)
    return lemma in lists.get(kind, ()) or (kind == "organisation" and core.lemma in lists["organisation_bodies"])


def _kind(known: Resolution) -> str:
    """Return the kind of a body, under which the nouns for it are listed; empty where the base does not hold it."""
    if known.entity:
        return known.entity.kind.value
    return "igo" if known.country in STATES_TOGETHER else ""


def _are_attackers(character: Character, lemma: str, lists: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a noun may mean armed men told of before: soldiers as another word for them, or unnamed doers."""
    known = character.resolution
    unnamed = known is not None and known.entity is None and bool(UNNAMED & set(known.sectors))
    if lemma in lists["soldiers"] and character.lemmas & lists["soldiers"]:
        return character.latest.plural
    return unnamed and character.latest.plural and lemma in lists["attackers"]
