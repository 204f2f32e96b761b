"""Words that tell something wherever they stand in a phrase: "former", "deputy", "Arab", "foreign", "U.S.-led"."""

from __future__ import annotations

from collections.abc import Callable

from dateline.knowledge.actor_words import ActorWords
from dateline.model import Token
from dateline.resolve.descriptions.described import EUROPE, Profile
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

# What a word is to its noun that says that an office is no longer held.
FORMER = frozenset({"amod", "compound", "nmod", "advmod", "punct"})
# Commissioners of these are of no Union.
OTHER_COMMISSIONERS = frozenset({"Police", "High"})


class LooseWords:
    """Reads such words in the phrases of one story."""

    def __init__(self, syntax: Syntax, words: ActorWords, lands: Callable[[str], str | None]) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            words: The shipped word lists.
            lands: Gives the code of a country's name.
        """
        self._syntax = syntax
        self._words = words
        self._lands = lands

    def read(self, phrase: Phrase, profile: Profile) -> None:
        """Note what the words of a phrase tell of its head, but for those of its possessor."""
        self._commissioner(phrase, profile)
        for token in self._syntax.tokens[phrase.first : phrase.last]:
            word = token.text.lower()
            if profile.owned[0] <= token.i < profile.owned[1]:
                continue
            if word.endswith("-led") and token.i < phrase.head:
                self._led_by(word.removesuffix("-led"), token, profile)
            if word in self._words.telling:
                self._of_union(word, token, phrase, profile)
                self._of_time(word, token, profile)
                self._of_many(word, token, phrase, profile)

    def _led_by(self, leader: str, token: Token, profile: Profile) -> None:
        """Read "U.S.-led" where the parser leaves it one word."""
        hit = self._lands(token.text[: len(leader)])
        if hit and not profile.countries:
            profile.countries.append(hit)
        profile.led = profile.led or bool(hit)

    def _of_time(self, word: str, token: Token, profile: Profile) -> None:
        """Read what says that an office is not held now, or not the office itself: "former", "future", "deputy"."""
        profile.former = profile.former or (word in self._words.former and token.dep in FORMER)
        profile.lesser = profile.lesser or word in self._words.lesser
        profile.future = profile.future or word in self._words.future

    def _of_many(self, word: str, token: Token, phrase: Phrase, profile: Profile) -> None:
        """Read what says that those meant are of many states, or of none of the story's: "Arab", "joint", "foreign"."""
        lists = self._words.definites
        if word in lists["regions"] and token.i < phrase.head:
            profile.regional = self._syntax.plural(phrase.head)
        profile.regional = profile.regional or word in lists["joint"]
        after = self._syntax.tokens[token.i + 1].lemma if token.i + 1 < len(self._syntax.tokens) else ""
        abroad = word in lists["abroad"] and after not in lists["foreign_things"] and token.i < phrase.core_start
        profile.abroad = profile.abroad or abroad

    def _of_union(self, word: str, token: Token, phrase: Phrase, profile: Profile) -> None:
        """Read "European" before what the Union has."""
        if word == "european" and token.i < phrase.head and self._is_of_union(phrase):
            profile.countries += [EUROPE] if not profile.countries else []

    def _is_of_union(self, phrase: Phrase) -> bool:
        """Say whether "European" makes a body or post the Union's: "the European drug agency", "Trade Commissioner"."""
        if any(t.lemma.lower() == "commissioner" for t in self._syntax.tokens[phrase.first : phrase.last]):
            return True
        hit = phrase.core.noun if phrase.core else None
        body = hit is not None and hit.kind == "institution" and hit.sectors[:1] in {("GOV",), ("COP",)}
        return body and not self._syntax.plural(phrase.head) and self._syntax.definite(phrase.head)

    def _commissioner(self, phrase: Phrase, profile: Profile) -> None:
        """Read "Enlargement Commissioner Ann Lee", in a report that names the European Commission, as one of it."""
        tokens = self._syntax.tokens
        post = next((t for t in tokens[phrase.first + 1 : phrase.head] if t.text == "Commissioner"), None)
        before = tokens[post.i - 1].text if post else ""
        if not before[:1].isupper() or before in OTHER_COMMISSIONERS or profile.countries or profile.employer:
            return
        if {"European", "EU"} & self._syntax.counts.keys():
            profile.countries.append(EUROPE)
