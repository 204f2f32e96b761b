"""Whose somebody is by what stands behind the noun: "minister of Peru", "troops loyal to the emir"."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.knowledge.actor_words import ActorWords
from dateline.model import Resolution, Token
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.descriptions.owners import Visit, employ, land_of_place
from dateline.resolve.descriptions.prepositions import Prepositions
from dateline.resolve.pieces.kinds import is_land
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

# Prepositions that may only tell where somebody is.
WHERE = frozenset({"in", "at", "within", "inside"})
# Words that say whose somebody is: "troops loyal to the emir"; whoever is allied with a state may be another land's.
SIDING = frozenset({"loyal", "faithful"})
# How many tokens further a phrase may end with what stands behind its head.
FURTHEST = 12


class Behind:
    """Reads what stands behind the nouns of one story."""

    def __init__(self, syntax: Syntax, *, words: ActorWords, visit: Visit, places: Mapping[int, str]) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            words: The shipped word lists.
            visit: Gives the mention that a token heads.
            places: Country of every place name, by head token.
        """
        self._syntax = syntax
        self._relational = words.relational
        self._visit = visit
        self._places = places
        self._prepositions = Prepositions(syntax, places=places, removing=words.definites["removing"])

    def read(self, phrase: Phrase, profile: Profile) -> None:
        """Read the nouns behind the prepositions of a phrase, and whom its head obeys."""
        lemma = self._syntax.tokens[phrase.head].lemma
        relational = lemma in self._relational or bool(phrase.core and phrase.core.person)
        for preposition in self._prepositions.behind(phrase):
            for child in self._syntax.parsed.children(preposition, "pobj"):
                self._attach(preposition, child, profile, loose=relational)
        self._obeyed(phrase, profile)

    def _obeyed(self, phrase: Phrase, profile: Profile) -> None:
        """Give "forces loyal to the Libyan government" the country of whom they obey; their trade stays theirs."""
        children = self._syntax.parsed.children
        words = [c for c in children(self._syntax.tokens[phrase.head], "amod", "acl", "relcl") if c.lemma in SIDING]
        for word in words if not (profile.countries or profile.employer) else ():
            nouns = [n for p in children(word, "prep") if p.lemma in {"to", "with"} for n in children(p, "pobj")]
            drafts = [draft for noun in nouns if noun.i > phrase.head and (draft := self._visit(noun.i))]
            codes = [d.resolution.country for d in drafts if d.resolution and d.resolution.country]
            profile.countries += codes[:1]

    def _attach(self, preposition: Token, noun: Token, profile: Profile, *, loose: bool) -> None:
        """Read one noun behind a preposition; `loose`: a head such as "spokesman", which any preposition ties."""
        draft = self._visit(noun.i) or self._called(noun)
        if draft is None or draft.modifier:
            run = range(self._syntax.left_edge[noun.i], noun.i + 1)
            profile.place = profile.place or land_of_place(run, self._places)
            return
        if preposition.lemma == "of" and profile.inner is None:
            profile.inner = draft
        resolution = draft.resolution
        if resolution is None or (preposition.lemma == "with" and (is_land(resolution) or not loose)):
            return
        if _is_whereabouts(preposition, resolution, loose=loose):
            profile.place = profile.place or resolution.country
        elif not (is_land(resolution) and _is_of_another(preposition, draft, profile)):
            employ(draft, profile)
            profile.last = max(profile.last, draft.last) if draft.last - profile.last < FURTHEST else profile.last

    def _called(self, noun: Token) -> Draft | None:
        """Return the name behind one that nobody knows: the NATO of "the North Atlantic Treaty Organization (NATO)"."""
        beside = self._syntax.parsed.children(noun, "appos") if noun.pos == "PROPN" else ()
        return next((draft for c in beside if c.text.isupper() and (draft := self._visit(c.i))), None)


def _is_whereabouts(preposition: Token, resolution: Resolution, *, loose: bool) -> bool:
    """Say whether "in" or "at" only tells where somebody is: in a land, or at a body that need not be his."""
    school = preposition.lemma == "at" and resolution.sectors[:1] == ("EDU",)
    return preposition.lemma in WHERE and (is_land(resolution) or not (loose or school))


def _is_of_another(preposition: Token, draft: Draft, profile: Profile) -> bool:
    """Say whether a land behind somebody is not the one whose he is, as that is told already."""
    if profile.countries and not draft.parts:
        return True
    return preposition.lemma == "for" and profile.employer is not None  # "the UN envoy for Ruritania" is the UN's
