"""Whose a description is that names no country: the land of an office, of forces abroad, of organs of many states."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import FROM_ABROAD, MANY_STATES, Resolution
from dateline.resolve.bodies import many_states, taken_up
from dateline.resolve.bodies.many_states import UNITED_NATIONS, UNITED_ORGAN
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions import nominals
from dateline.resolve.descriptions.described import TOGETHER, Profile
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# The lands of armed bands and of firms of many states.
MILITANTS, FIRMS = "IMG", "MNC"
FIRM = ("BUS",)
BANDS = frozenset({("UAF",), ("REB",)})
# Rules by which a description has its land.
OF_STORY, INTERNATIONAL_BODY = "office of the story's country", "body of many states"
OF_UNITED, ALLIED, OF_PEOPLE = "organ of the United Nations", "forces of allies", "people of a land"
# How sure that is, from what a word says to what is only guessed; above the middle the words gave the land.
UNITED, SURE, ABROAD = 0.7, 0.5, 0.4


class DescriptionLands:
    """Gives the descriptions of one story the country that their words leave open, and offices their holders."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def settle(self, phrase: Phrase, core: Piece, profile: Profile, draft: Draft, *, exact: bool) -> None:
        """Give a description a country where it has none, and a holder where it is an office.

        Args:
            phrase: The description.
            core: Its noun.
            profile: The words around it.
            draft: Its mention so far, which is changed.
            exact: The phrase means one holder of the office.
        """
        known = draft.resolution
        if known is None or core.noun is None or profile.deictic:
            return
        draft.resolution = known = self._at_home(known, profile)
        if known.country is None:
            found = self._of_no_one_land(phrase, core, profile, draft, known)
            if found is not None:
                draft.resolution = found
                return
            draft.resolution = known = self._of_office(phrase, core, profile, draft, known)
        holder = nominals.holder(core.noun, profile, known.country, self._r.linker, self._r.on, exact=exact)
        if holder:
            draft.resolution = holder if known.score > SURE else _with(holder, known.country, OF_STORY, SURE)

    def _at_home(self, known: Resolution, profile: Profile) -> Resolution:
        """Give whoever belongs to a people the land where that people lives."""
        if known.country is not None:
            return known
        home = self._r.belonging.homeland(profile.employer.entity if profile.employer else None)
        return _with(known, home, OF_PEOPLE, SURE) if home else known

    def _of_no_one_land(
        self, phrase: Phrase, core: Piece, profile: Profile, draft: Draft, known: Resolution
    ) -> Resolution | None:
        """Return what a description is that means those of several states together, and note that it means many."""
        syntax = self._r.syntax
        if self._is_of_allies(draft, known):
            return _with(known, self._allies() or MILITANTS, ALLIED, SURE)
        people = many_states.are_people_of_many(core, profile, draft, syntax)
        bodies = many_states.are_bodies_of_many(phrase, core, draft, known, self._r)
        draft.many = people or bodies or (profile.abroad and draft.plural)
        if many_states.is_international(phrase, core, known, syntax):
            return _with(known, TOGETHER, INTERNATIONAL_BODY, SURE)
        if profile.abroad and draft.plural and known.sectors[:1] == FIRM:
            return _with(known, FIRMS, f"{known.rule}; {FROM_ABROAD}", ABROAD)  # "foreign banks"
        if profile.abroad and known.sectors[:1] in BANDS:
            return _with(known, MILITANTS, MANY_STATES, ABROAD)  # "foreign fighters"
        if core.lemma in self._r.words.definites["united_nations"]:
            return replace(_with(known, UNITED_NATIONS, OF_UNITED, UNITED), sectors=UNITED_ORGAN)
        if people and not nominals.ORGANS.isdisjoint(known.sectors[:1]):
            return replace(known, country=TOGETHER, rule=MANY_STATES)
        return None

    def _is_of_allies(self, draft: Draft, known: Resolution) -> bool:
        """Say whether soldiers are a coalition's: "coalition troops" are not of the land where they stand."""
        inside = self._r.syntax.tokens[draft.first : draft.head]
        return known.sectors[:1] == ("MIL",) and any(t.lemma == "coalition" for t in inside)

    def _allies(self) -> str | None:
        """Return the country of the coalition that the story named last."""
        named = (c.resolution for c in self._r.cast.recent() if "coalition" in c.lemmas and c.resolution)
        return next((known.country for known in named if known.country), None)

    def _of_office(self, phrase: Phrase, core: Piece, profile: Profile, draft: Draft, known: Resolution) -> Resolution:
        """Give an organ of a state, or who serves it, the land of its body, its minister or the story."""
        organ = not nominals.ORGANS.isdisjoint(known.sectors[:1]) and not profile.employer and not draft.quoted
        if not organ or draft.many or _is_proper(phrase, core):
            return known
        institution = core.noun is not None and core.noun.kind == "institution"
        stays = institution or draft.plural or self._r.syntax.indefinite(phrase.head)
        within = next((p.lemma for p in profile.nouns if p.noun and p.noun.kind == "institution"), core.lemma)
        country = (
            self._r.people.of_body(phrase)
            or taken_up.of_minister(core, draft, self._r)
            or self._r.belonging.of_office(draft.head, known.sectors, lemma=core.lemma, stays=stays, within=within)
        )
        return _with(known, country, OF_STORY, SURE) if country else known


def _is_proper(phrase: Phrase, core: Piece) -> bool:
    """Say whether the description is the name of some armed body ("Foo Brigades"), whose side nobody can guess."""
    own = core.noun is not None and core.noun.sectors[:1] in {("MIL",), ("REB",)} and core.text[:1].isupper()
    return own and any(not (p.noun or p.country or p.entities or p.former) for p in phrase.left)


def _with(known: Resolution, country: str | None, rule: str, score: float) -> Resolution:
    return replace(known, country=country or known.country, rule=rule, score=score)
