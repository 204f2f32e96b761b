"""Whom a definite description goes back to: "the president", "the group", "the soldiers" of those told of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.resolve.bodies.again import people_again
from dateline.resolve.bodies.companies import RULE as COMPANY
from dateline.resolve.cast import Character, Draft
from dateline.resolve.descriptions.described import ORGANS, Profile
from dateline.resolve.descriptions.same_kind import suits_kind
from dateline.resolve.people.epithets import epithet_of
from dateline.resolve.pieces.kinds import is_body
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.model import Resolution
    from dateline.resolve.reader import Reader

# How many sentences back whoever is meant may lie.
REACH = 8
MARKING = frozenset({"amod", "compound", "nmod"})


class Antecedents:
    """Finds whom the descriptions of one story go back to."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def of(self, phrase: Phrase, core: Piece, profile: Profile, draft: Draft) -> Character | None:
        """Return the character that a definite description goes back to.

        Args:
            phrase: The description.
            core: Its noun.
            profile: The words around it.
            draft: Its mention so far.
        """
        syntax = self._r.syntax
        if syntax.indefinite(phrase.head) or not syntax.definite(phrase.head) or profile.deictic:
            return None
        if profile.possessed and profile.employer is None and not profile.countries:
            return None
        plain = self._r.words.definites["plain_people"]
        again = people_again(phrase, core.lemma, draft, cast=self._r.cast, syntax=syntax, plain=plain)
        if again is not None:
            return again
        return self._told_before(phrase, core, profile, draft) or epithet_of(phrase, core, profile, draft, self._r)

    def marks(self, draft: Draft) -> frozenset[str]:
        """Return the words that tell these soldiers from those: adjectives and compounds before the head."""
        inside = self._r.syntax.tokens[draft.first : draft.head]
        told = (t for t in inside if t.dep in MARKING and t.pos != "NUM")
        return frozenset(t.lemma for t in told if not (t.text[:1].isupper() and self._r.find.country(t.text)))

    def _told_before(self, phrase: Phrase, core: Piece, profile: Profile, draft: Draft) -> Character | None:
        """Return who was called so, else whose name holds the word, else who was named last of those who may be."""
        near = []
        for character in self._r.cast.recent():
            if character.resolution is None or not any(d.head < phrase.head for d in character.drafts):
                continue
            if draft.sentence - character.latest.sentence > REACH:
                break
            if self._is_same(character, core, profile, draft):
                near.append(character)
        # "The chancellor" is whoever was called so, before another head of government named later, and "the group" is
        # "Front 17 Group" before a league named later.
        called = (c for c in near if core.lemma in c.lemmas)
        worded = (c for c in near if core.lemma in c.words)
        return next(called, None) or next(worded, near[0] if near else None)

    def _is_same(self, character: Character, core: Piece, profile: Profile, draft: Draft) -> bool:
        """Say whether a description may mean somebody told of before."""
        known = character.resolution
        if known is None or self._is_elsewhere(known, core, profile, draft):
            return False
        if profile.former:
            return _one_person(character, draft) and core.lemma in character.lemmas and "ELI" in known.sectors
        if suits_kind(character, core, draft, self._r.words.definites):
            return True
        if profile.employer and not profile.countries and known.entity is None and core.lemma not in character.lemmas:
            return False
        if _is_institution(core) and profile.place and known.country != profile.place:
            return False  # "the ministry in Ottawa" is Canada's, whichever was named last
        if _one_person(character, draft):
            return bool(draft.person) and self._holds_or_does(character, core, draft)
        return self._is_same_body(character, known, core, draft)

    def _is_elsewhere(self, known: Resolution, core: Piece, profile: Profile, draft: Draft) -> bool:
        """Say whether a description is of another land than somebody told of before."""
        if profile.country and known.country != profile.country:
            return True
        opened = self._r.scene.opened(draft.sentence) if _is_institution(core) else None
        # "In Paris the Foreign Ministry": France's, whichever was named last
        return bool((profile.there and known.country != profile.place) or (opened and known.country != opened))

    def _holds_or_does(self, character: Character, core: Piece, draft: Draft) -> bool:
        """Say whether a person holds the office that a noun names, or was called so by the same word and marks."""
        office = core.noun.office if core.noun else None
        held = bool(office and office == character.office and office != "other")
        return held or (_is_called(character, core) and self.marks(draft) <= character.marks)

    def _is_same_body(self, character: Character, known: Resolution, core: Piece, draft: Draft) -> bool:
        """Say whether a noun may mean a body, or people by the word that they were called before."""
        lemma, lists, one = core.lemma.split()[-1], self._r.words.definites, not draft.plural
        if known.rule.startswith(COMPANY) and one:
            return core.lemma != "central bank" and lemma in self._r.words.companies["again"]
        if lemma in lists["bodies"] and is_body(known) and one:
            # "told Reuters that the group": no agency is meant, and no army or service is a group
            organ = lemma == "group" and not ORGANS.isdisjoint(known.sectors[:1])
            other = organ or "JRN" in known.sectors
            return (lemma in lists["any_body"] and not other) or _is_called(character, core) or lemma in character.words
        if _is_institution(core) and one:
            same = _is_called(character, core) and self.marks(draft) <= character.marks
            return same or (known.entity is not None and lemma in character.words)
        if core.lemma not in character.lemmas or character.latest.plural != draft.plural:
            return False
        return self.marks(draft) <= character.marks


def _one_person(character: Character, draft: Draft) -> bool:
    """Say whether a description of one may mean one person."""
    return bool(character.person) and not draft.plural and not character.latest.plural


def _is_institution(core: Piece) -> bool:
    return core.noun is not None and core.noun.kind == "institution"


def _is_called(character: Character, core: Piece) -> bool:
    """Say whether somebody was called by a noun before, be it with words before it: "defence minister"."""
    return any(lemma == core.lemma or lemma.split()[-1] == core.lemma for lemma in character.lemmas)
