"""Whose somebody is by a possessor: "Russia's", "its", "the country's", "whose"; shared by a second noun behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dateline.knowledge.actor_words import ActorWords
from dateline.model import Token
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.pieces.kinds import is_land
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

Visit = Callable[[int], Draft | None]
# "His counterpart" holds his office in another country.
MATES = frozenset({"counterpart", "homologue"})
# Tokens between two nouns of one owner: "Chad's ruling party and main opposition".
SHARED = 3
# How many verbs above "whose" its clause may lie.
REACH = 4


def employ(draft: Draft, profile: Profile) -> None:
    """Give the head of a phrase the lands of an owner, or the owner for an employer where he is no land.

    Args:
        draft: The mention of the owner.
        profile: What is told of the head so far.
    """
    resolution = draft.resolution
    if resolution is None:
        return
    if resolution.countries and (draft.parts or resolution.rule == "pair of countries"):
        profile.countries += [c for c in resolution.countries if c not in profile.countries]
        profile.joined = len(profile.countries) > 1
        profile.part_heads = draft.parts
    if is_land(resolution):
        if resolution.country and resolution.country not in profile.countries:
            profile.weak = not profile.countries and resolution.score <= 0.5
            profile.countries.append(resolution.country)
        return
    if profile.employer is None:
        profile.employer, profile.employer_person = resolution, bool(draft.person)
        profile.employer_draft = draft


def land_of_place(tokens: range, places: Mapping[int, str]) -> str | None:
    """Return the country of the first place named in a run of words.

    Args:
        tokens: The run.
        places: Country of every place name, by head token.

    Example:
        >>> land_of_place(range(3, 5), {4: "DEU", 9: "PER"})
        'DEU'
    """
    return next((places[i] for i in tokens if i in places), None)


class Owners:
    """Reads the possessors in the phrases of one story."""

    def __init__(
        self,
        syntax: Syntax,
        *,
        words: ActorWords,
        visit: Visit,
        places: Mapping[int, str],
        lands: Callable[[str], str | None],
    ) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            words: The shipped word lists.
            visit: Gives the mention that a token heads.
            places: Country of every place name, by head token.
            lands: Gives the code of a country's name.
        """
        self._syntax = syntax
        self._words = words
        self._visit = visit
        self._places = places
        self._lands = lands

    def read(self, phrase: Phrase, profile: Profile) -> tuple[int, int]:
        """Read "Russia's", "Putin's", "its", "the country's"; return the tokens they take."""
        for token in self._syntax.tokens[phrase.first : phrase.last]:
            if token.dep != "poss" or not phrase.first <= token.head < phrase.last:
                continue
            profile.possessed = True
            if token.text.lower() in self._words.pronouns["deictic"]:
                profile.deictic = True
                return token.i, token.i + 1
            self._take(token, phrase, profile)
            return self._syntax.left_edge[token.i], token.i + 1
        return -1, -1

    def _take(self, possessor: Token, phrase: Phrase, profile: Profile) -> None:
        """Give the head of a phrase what its possessor is."""
        draft = self._owner(possessor) if possessor.tag == "WP$" else self._visit(possessor.i)
        if draft and draft.resolution and self._syntax.tokens[phrase.head].lemma in MATES:
            profile.employer = replace(draft.resolution, country=None, countries=(), entity=None)
        elif draft:
            employ(draft, profile)
        elif possessor.pos == "PROPN":
            run = range(self._syntax.left_edge[possessor.i], possessor.i + 1)
            profile.place = land_of_place(run, self._places)  # "Bavaria's police"

    def _owner(self, token: Token) -> Draft | None:
        """Return whom "whose" goes back to: the noun that its clause describes, or that its noun is set beside."""
        verb = self._syntax.tokens[token.head]
        if verb.dep == "appos" and verb.head < token.i:
            return self._visit(verb.head)  # "Chile, whose premier, Ann Lee, said"
        for _ in range(REACH):
            if verb.dep == "relcl":
                return self._visit(verb.head)
            verb = self._syntax.tokens[verb.head]
        return None

    def share(self, phrase: Phrase, profile: Profile) -> None:
        """Give the second noun of "Chad's government and opposition" the owner of the first."""
        token = self._syntax.tokens[phrase.head]
        if token.dep != "conj" or profile.possessed or profile.countries or profile.employer:
            return
        before = self._syntax.tokens[token.head]
        bare = not any(c.dep == "det" for c in self._syntax.parsed.children(token))
        if not bare or before.pos != "NOUN" or before.i > phrase.first or phrase.first - before.i > SHARED:
            return
        for owner in self._syntax.parsed.children(before, "poss"):
            draft = self._visit(owner.i)
            if draft:
                employ(draft, profile)
        self._share_nation(before, phrase, profile)

    def _share_nation(self, before: Token, phrase: Phrase, profile: Profile) -> None:
        """Give the second noun of "Cuban doctors and engineers" the nation of the first."""
        plural = self._syntax.plural(before.i) and self._syntax.plural(phrase.head)
        if profile.countries or profile.employer or not plural or phrase.first - before.i != 2:
            return
        words = (c.text for c in self._syntax.parsed.children(before, "amod") if c.text[:1].isupper())
        codes = [code for word in words if (code := self._lands(word))]
        profile.countries += codes[:1]
