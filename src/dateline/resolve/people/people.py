"""Names of people: who introduces them, who comes back by surname, and who is unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.model import MentionKind, Resolution
from dateline.resolve.bodies.forms import sectors_by_form
from dateline.resolve.cast import Character, Draft
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.people.bearers import Bearers
from dateline.resolve.people.introductions import introduced, under_name
from dateline.resolve.people.name_hints import NameHints
from dateline.resolve.people.officials import Officials
from dateline.resolve.people.person_names import PersonNames, name_words
from dateline.resolve.pieces.link import Hints, left_office
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader


class People:
    """Reads the names of people in one story."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader
        self._names = PersonNames(reader)
        self._bearers = Bearers(reader, self._names)
        self._hints = NameHints(reader, self._names)
        self._officials = Officials(reader)

    def full_names(self, word: str) -> list[Piece]:
        """Return the full names of the story of which a word, in small letters, is one."""
        return self._names.full(word)

    def is_person(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether the core names a person: by the base, by the parser, or by a surname of the story."""
        return self._names.is_person(phrase, core)

    def by_piece(self, piece: Piece) -> Resolution | None:
        """Resolve a person's name that only modifies another noun ("the Trump administration")."""
        return self._bearers.by_piece(piece)

    def of_body(self, phrase: Phrase) -> str | None:
        """Return the land of the body named last that "department spokesman Ann Lee" goes back to."""
        return self._officials.of_body(phrase)

    def read(self, phrase: Phrase, core: Piece) -> Draft:
        """Read a person's name with what stands around it."""
        profile = self._r.profiler.read(phrase)
        hints = self._hints.read(phrase, profile)
        character, resolution = self._bearers.find(core, hints)
        resolution = self._officials.settle(phrase, profile, resolution)
        if resolution and not (resolution.entity or resolution.country or resolution.sectors):
            if character is None and not profile.nouns:
                character = introduced(phrase, resolution, self._r)
            resolution = under_name(character.resolution, resolution.name) if character else resolution
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, profile)
        draft.plural, draft.person = False, True
        draft.gender = profile.gender or self._gender(profile, resolution, core.text)
        draft.office = hints.office or (resolution.role.office if resolution and resolution.role else None)
        character = self._enter(draft, core, character)
        lemmas = {p.lemma for p in profile.nouns if p.lemma and p.noun and p.noun.kind in {"person", "office"}}
        character.lemmas |= lemmas
        _tell(character, hints)
        self._share(phrase, draft, character)
        return draft

    def _enter(self, draft: Draft, core: Piece, character: Character | None) -> Character:
        """Enter a name into the cast, as a mention of a character or of a new one, and keep the surest of who he is."""
        resolution, particles = draft.resolution, self._r.words.names["particles"]
        words = frozenset(w for w in name_words(core.text) if w not in particles)
        if character:
            self._r.cast.join(draft, character, words=words)
        else:
            entity = resolution.entity if resolution else None
            key = ("person", entity.id if entity else name_key(core.text))
            character = self._r.cast.add(draft, key=key, words=words)
        if resolution and (character.resolution is None or character.resolution.score < resolution.score):
            character.resolution = resolution
        return character

    def family(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read "the Lees", once a Lee is named: people of his land and side."""
        token, word = self._r.syntax.tokens[phrase.head], core.text.lower()
        known = token.tag == "NNPS" and word.endswith("s") and not (core.entities or core.country or core.noun)
        bearers = self._r.cast.named(word[:-1]) if known and self._r.syntax.definite(phrase.head) else []
        named = [c.resolution for c in bearers if c.resolution]
        told = next((r for r in named if r.sectors), next(iter(named), None))
        if told is None:
            return None
        resolution = replace(told, name=core.text, entity=None, role=None, score=0.5, rule="family of one named")
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, self._r.profiler.read(phrase))
        draft.plural = True
        self._r.cast.add(draft, key=("family", word))
        return draft

    def maybe(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read an unknown name: a person after a title or office, else a body it may be."""
        personal = any(p.title or (p.noun and p.noun.kind in {"person", "office"}) for p in profile.nouns)
        if (personal and core.text[0].isupper()) or self._is_known_surname(phrase, core):
            return self.read(phrase, core)
        again = self._r.unheld.again(phrase, core) or self._r.bodies.first_word(phrase, core)
        if again:
            return again
        return self._r.unheld.body(phrase, core, profile) if self._is_unheld_body(phrase, core) else None

    def _is_known_surname(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether a word that the tagger takes for a name is the surname of somebody known in the story's lands."""
        if len(name_words(core.text)) != 1:
            return False
        token = self._r.syntax.tokens[phrase.head]
        named = token.pos == "PROPN" and token.ent in {"", "GPE", "PERSON"} and not self._r.places.get(phrase.head)
        if not (self._r.alone or named):
            return False
        found = self._r.linker.surname(core.text, Hints(story=self._r.scene.ranked), self._r.on)
        near = self._r.alone or found.country in self._r.scene.ranked or found.score >= 0.5
        return found.entity is not None and near

    def _is_unheld_body(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether an unknown name may be a body's: by the tagger, by its form, or as one unlabelled that acts."""
        token = self._r.syntax.tokens[phrase.head]
        if token.ent == "ORG" or phrase.head in self._r.definites.given:
            return True
        unlabelled = token.pos == "PROPN" and not token.ent and self._r.syntax.subject(phrase.head)
        return unlabelled or (token.pos == "PROPN" and bool(sectors_by_form(core.text, self._r.words.forms)))

    def _gender(self, profile: Profile, resolution: Resolution | None, name: str) -> str | None:
        for piece in reversed(profile.nouns):
            gender = self._r.words.genders.get(piece.lemma.split()[-1] if piece.lemma else "")
            if gender:
                return gender
        if resolution and resolution.entity and resolution.entity.gender:
            return resolution.entity.gender
        words = name_words(name)
        return self._r.words.given.get(words[0]) if len(words) > 1 else None

    def _share(self, phrase: Phrase, draft: Draft, character: Character) -> None:
        """Give an apposition ("Zakharova, the spokeswoman") the person's chain and resolution."""
        for child in self._r.syntax.parsed.children(self._r.syntax.tokens[phrase.head], "appos"):
            other = self._r.drafts.get(child.i)
            if other is None or other.kind is not MentionKind.NOMINAL or other.plural:
                continue
            if other.person and other.chain != draft.chain:
                self._r.definites.merge(other, character, draft.resolution)


def _tell(character: Character, hints: Hints) -> None:
    """Give somebody whom the base does not know what is told later: "Lee won", then "Lee, a Greek nurse"."""
    country, sectors = hints.country or hints.guess, left_office(hints.sectors) if hints.former else hints.sectors
    for draft in character.drafts:
        known = draft.resolution
        if known is None or known.entity or not (country or sectors) or (known.country and known.sectors):
            continue
        draft.resolution = replace(known, country=known.country or country, sectors=known.sectors or sectors)
    last = character.latest.resolution
    if last and character.resolution and not character.resolution.entity:
        character.resolution = replace(character.resolution, country=last.country, sectors=last.sectors)
