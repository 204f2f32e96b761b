"""Descriptions in their story: "the president", "the group", acronyms, offices of the story's country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.knowledge.nouns import SectorHit
from dateline.model import MentionKind, Resolution
from dateline.resolve.bodies import taken_up
from dateline.resolve.bodies.employed import Employed
from dateline.resolve.cast import Character, Draft
from dateline.resolve.descriptions import coordinated, first_told, nominals, said_of
from dateline.resolve.descriptions.antecedents import Antecedents
from dateline.resolve.descriptions.appositions import Appositions
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.descriptions.description_lands import DescriptionLands
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader


class Definites:
    """Reads descriptions in one story and links them to who was named.

    Attributes:
        appositions: Names beside descriptions.
        given: Descriptions by the head of the name beside them.
    """

    def __init__(self, reader: Reader) -> None:
        self._r = reader
        self._employed, self._lands = Employed(reader), DescriptionLands(reader)
        self._antecedents = Antecedents(reader)
        self.appositions = Appositions(reader)
        self.given = self.appositions.given

    def read(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read a description whose head is an agent noun."""
        if core.noun is None:
            return None
        self._seat_named(core, profile)
        exact = self._exact(phrase, profile)
        draft = self._draft(phrase, core, core.noun, profile)
        if profile.joined:
            return coordinated.split(phrase, draft, profile, self._r)
        if self.appositions.join(phrase, draft):
            self._r.short_names.note(phrase, self._r.cast.characters[draft.chain])
            return draft
        if self._join_told_before(phrase, core, profile, draft) or said_of.join(draft, self._r):
            return draft
        draft.resolution = taken_up.armed_again(core, profile, draft, self._r) or draft.resolution
        if first_told.join(phrase, draft, self._r):
            return draft
        self._lands.settle(phrase, core, profile, draft, exact=exact)
        return self._enter(phrase, core, draft) if _says_anything(draft) else None

    def _draft(self, phrase: Phrase, core: Piece, noun: SectorHit, profile: Profile) -> Draft:
        """Make the mention of a description, with what it says and whom it serves."""
        resolution = nominals.describe(phrase, noun, core.lemma, profile, self._r.syntax, self._r.words)
        draft = self._r.draft(phrase, MentionKind.NOMINAL, resolution, profile)
        draft.lemma, draft.office = core.lemma, noun.office
        draft.person = self._is_one(core, draft) or None
        draft.gender = self._r.words.genders.get(core.lemma.split()[-1])
        draft.resolution = self._employed.settle(phrase, core, profile, resolution, draft.sentence)
        return draft

    def _join_told_before(self, phrase: Phrase, core: Piece, profile: Profile, draft: Draft) -> bool:
        """Join a description with whom it goes back to, and say whether there is one."""
        character = self._antecedents.of(phrase, core, profile, draft)
        if character is None:
            return False
        draft.resolution = first_told.named_before(character.resolution) if character.resolution else None
        self._r.cast.join(draft, character)
        return True

    def _enter(self, phrase: Phrase, core: Piece, draft: Draft) -> Draft:
        """Enter somebody of whom nobody told before."""
        character = self._r.cast.add(draft, key=self._key(draft, core))
        character.marks |= self._antecedents.marks(draft)
        self._r.short_names.note(phrase, character)
        return draft

    def _seat_named(self, core: Piece, profile: Profile) -> None:
        """Give "members of Congress" the land whose organ bears the name, unless the story's land calls its own so."""
        word = core.text.split()[-1]
        seat = (
            None if profile.country or not word[0].isupper() or " of " not in core.text else self._r.find.metonym(word)
        )
        told, others = self._r.scene.told, self._r.words.namesakes.get(word.lower(), frozenset())
        if seat is not None and (seat.country in told or not others & told):
            profile.countries.append(seat.country)

    def _is_one(self, core: Piece, draft: Draft) -> bool:
        """Say whether a description means people by its noun: posts and trades, and one of a group ("a militant")."""
        kind = core.noun.kind if core.noun else ""
        collective = core.lemma.split()[-1] in self._r.words.definites["collective"]
        return kind in {"person", "office"} or (kind == "group" and not draft.plural and not collective)

    def _exact(self, phrase: Phrase, profile: Profile) -> bool:
        """Say whether an office means its one holder: "the president", "Iraq's president", not "for president"."""
        syntax = self._r.syntax
        if syntax.plural(phrase.head) or syntax.indefinite(phrase.head):
            return False
        bare = not (syntax.definite(phrase.head) or profile.countries)
        return not bare or syntax.tokens[phrase.head].dep in {"nsubj", "nsubjpass", "ROOT"}

    def _key(self, draft: Draft, core: Piece) -> tuple[str, str] | None:
        resolution = draft.resolution
        if resolution and resolution.role:
            return ("person", resolution.role.person)
        if resolution and core.noun and core.noun.kind == "institution" and resolution.country:
            return ("body", f"{resolution.country} {core.lemma}")
        return None

    def merge(self, other: Draft, character: Character, resolution: Resolution | None) -> None:
        """Move a description into the chain of the person it stands beside."""
        old = self._r.cast.characters[other.chain] if other.chain >= 0 else None
        if old and other in old.drafts:
            old.drafts.remove(other)
        other.resolution = resolution
        self._r.cast.join(other, character)


def _says_anything(draft: Draft) -> bool:
    known = draft.resolution
    return bool(known and (known.country or known.sectors or draft.person))
