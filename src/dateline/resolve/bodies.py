"""Named bodies: organisations, armed groups, parties, media, and acronyms of the story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.model import EntityKind, MentionKind, Resolution
from dateline.resolve.cast import Character, Draft
from dateline.resolve.described import Profile
from dateline.resolve.kinds import entity_resolution
from dateline.resolve.phrases import Phrase
from dateline.resolve.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader


class Bodies:
    """Reads the named bodies of one story."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def entity(self, core: Piece, profile: Profile) -> Piece | None:
        """Return the core narrowed to the body it names, or None when the words are a mere description."""
        bodies = [e for e in core.entities if e.kind not in {EntityKind.PERSON, EntityKind.PLACE}]
        if not bodies:
            return None
        alive = [e for e in bodies if self._r.on is None or _lives(e.since, e.until, self._r.on)] or bodies
        country = profile.country
        fitting = [e for e in alive if country and e.country == country]
        if not fitting and country and core.noun:
            return None
        if not fitting and core.noun and not core.text[:1].isupper():
            return None
        top = self._r.scene.top(5)
        ranked = sorted((e for e in alive if e.country in top), key=lambda e: top.index(e.country or ""))
        pool = fitting or (ranked if len({e.country for e in alive}) > 1 else []) or alive
        if core.noun and core.noun.sectors[:1] == ("LEG",) and not fitting and pool[0].country not in top[:3]:
            return None  # "the Senate" of a story that tells of another land is that land's
        rest = tuple(e for e in pool[1:])
        return Piece(core.first, core.last, core.text, entities=(pool[0], *rest), noun=core.noun, lemma=core.lemma)

    def read(self, phrase: Phrase, core: Piece, profile: Profile, named: Piece) -> Draft:
        """Read a body that `entity` has found in the base."""
        resolution = entity_resolution(named, rule="name")
        if resolution.entity and resolution.entity.kind is EntityKind.COUNTRY:
            resolution = Resolution(
                name=resolution.name,
                entity=resolution.entity,
                country=resolution.country,
                sectors=resolution.sectors,
                score=0.9,
                rule="country name",
            )
        elif resolution.country is None and profile.country:
            # "Syria's Kurds": whoever lives in several countries is here of the one that is said
            resolution = replace(resolution, country=profile.country, score=0.6, rule="name in a country")
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, profile)
        key = ("entity", resolution.entity.id if resolution.entity else name_key(core.text))
        character = self._r.cast.add(draft, key=key, words=frozenset(name_key(core.text).split()))
        self._r.short_names.note(phrase, character)
        return draft

    def alias(self, phrase: Phrase, character: Character) -> Draft:
        """Read an acronym that the story itself explains."""
        draft = self._r.draft(phrase, MentionKind.NAME, character.resolution, self._r.profiler.read(phrase))
        self._r.cast.join(draft, character)
        return draft


def _lives(since: date | None, until: date | None, on: date) -> bool:
    return (since is None or since <= on) and (until is None or on <= until)
