"""Who bears a name: somebody whom the story has named before, else somebody whom the base knows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.model import Resolution
from dateline.resolve.cast import Character
from dateline.resolve.people.person_names import PersonNames, name_words
from dateline.resolve.people.posts import first_named
from dateline.resolve.pieces.link import Hints
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

Found = tuple[Character | None, Resolution | None]


class Bearers:
    """Finds the bearers of names in one story."""

    def __init__(self, reader: Reader, names: PersonNames) -> None:
        """Prepare for one story.

        Args:
            reader: The work on the story.
            names: Its names of people.
        """
        self._r = reader
        self._names = names

    def find(self, core: Piece, hints: Hints) -> Found:
        """Return the character who bears a name, where the story has one, and who he is.

        Args:
            core: The name.
            hints: What stands around it.
        """
        words = name_words(core.text)
        if len(words) == 1 or self._names.is_surname(core.text, words):
            return self._by_surname(core, words[-1], hints)  # "De Blasio" comes back to Bill de Blasio
        known = self._r.cast.by_key(("person", name_key(core.text)))
        if known and known.resolution:
            return known, known.resolution
        resolution = self._r.linker.full_name(core.text, hints, self._r.on)
        if resolution.entity:
            return self._r.cast.by_key(("person", resolution.entity.id)), resolution
        return self._longer_name(words, resolution)

    def by_piece(self, piece: Piece) -> Resolution | None:
        """Resolve a person's name that only modifies another noun ("the Trump administration")."""
        _, resolution = self.find(piece, Hints(story=self._r.scene.ranked))
        return resolution if resolution and (resolution.entity or resolution.country) else None

    def _longer_name(self, words: list[str], resolution: Resolution) -> Found:
        """Find an unknown full name among those of the story that have more or fewer middle names."""
        for character in self._r.cast.named(words[-1]) if words else ():
            if words[0] in character.words and character.resolution:
                return character, character.resolution
        return None, resolution

    def _by_surname(self, core: Piece, word: str, hints: Hints) -> Found:
        fulls = [p for p in self._names.full(word) if p.first != core.first]
        if fulls and not self._r.cast.named(word):
            self._r.visit(self._r.syntax.root(fulls[0].first, fulls[0].last))
        fitting = [c for c in self._r.cast.named(word) if _is_compatible(c, hints)]
        if fitting:
            character = max(fitting, key=lambda c: len(c.drafts))  # of a couple whom the story tells of
            known = character.resolution
            return character, replace(known, rule="surname in story") if known else None
        elsewhere = [p for p in fulls if name_words(p.text)[-1] == word]
        found = self._modifying(elsewhere, hints) or first_named(word, hints, self._r)
        return found or (None, self._r.linker.surname(core.text, hints, self._r.on))

    def _modifying(self, pieces: list[Piece], hints: Hints) -> tuple[Character | None, Resolution] | None:
        """Find whose full name only stands before a noun elsewhere in the story: "the Ann Lee campaign" for "Lee"."""
        if not pieces:
            return None
        found = self._r.linker.full_name(pieces[0].text, hints, self._r.on)
        if found.entity is None:
            return None
        return self._r.cast.by_key(("person", found.entity.id)), replace(found, rule="full name elsewhere in the story")


def _is_compatible(character: Character, hints: Hints) -> bool:
    known = character.resolution
    return not (hints.country and known and known.country and known.country != hints.country)
