"""Actors of no stated country: whom the story leaves without one belongs, by default, to the country it is about."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Resolution
from dateline.resolve.cast import Cast, Character
from dateline.resolve.scene import Scene

# Low enough that a reader of the record sees a guess, and that anything said beats it.
SCORE = 0.35
RULE = "actor of the story's country"


def settle(cast: Cast, scene: Scene, relational: frozenset[str], people: frozenset[str]) -> None:
    """Give characters without a country the one that their first mention stands in, and people a sector.

    "Protesters clashed with police" in a report from Lima are Peru's. No country is given where two weigh alike. A
    person of whom the story tells no office or trade is a civilian.

    Args:
        cast: The story's characters; their drafts are changed.
        scene: The countries of the story.
        relational: Nouns of people who are what their employer is ("the spokesman"): no civilians.
        people: Nouns that say no more than man or woman.
    """
    for character in cast.characters:
        if not character.drafts:
            continue
        if not any((d.resolution and d.resolution.country) or d.many for d in character.drafts):
            code = None if _thing(character) else scene.home(character.drafts[0].sentence)
            if code:
                _give(character, code)
        plain = bool(character.lemmas & people)
        one = character.person and not (character.plural or character.office or character.lemmas & relational)
        if plain or one:
            _civilian(character)


def _thing(character: Character) -> bool:
    """Say whether an unknown name is likelier a thing's: one with a figure in it ("SARS-CoV-2", "A350")."""
    known = character.resolution
    return bool(known and known.rule.startswith("unknown") and any(c.isdigit() for c in known.name))


def _civilian(character: Character) -> None:
    told = next((d.resolution.sectors for d in character.drafts if d.resolution and _told(d.resolution)), ("CVL",))
    for draft in character.drafts:
        known = draft.resolution
        if known is not None and not _told(known) and known.role is None:
            draft.resolution = replace(known, sectors=told, rule=f"{known.rule}; nothing told of office or trade")


def _told(known: Resolution) -> bool:
    return bool(known.sectors) and known.sectors != ("UNK",)


def _give(character: Character, code: str) -> None:
    for draft in character.drafts:
        known = draft.resolution
        if known is not None and known.entity is None and not known.countries:
            draft.resolution = _with(known, code)
    known = character.resolution
    if known is not None and known.entity is None:
        character.resolution = _with(known, code)


def _with(known: Resolution, code: str) -> Resolution:
    return replace(known, country=code, score=min(known.score, SCORE), rule=f"{known.rule}; {RULE}")
