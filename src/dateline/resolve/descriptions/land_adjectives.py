"""Which lands the names and adjectives before a noun give it: "Russian and Belarusian", "Mexican-American"."""

from __future__ import annotations

from dateline.knowledge.actor_words import ActorWords
from dateline.model import Resolution
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.pieces.pieces import Piece
from dateline.resolve.pieces.syntax import Syntax


class LandAdjectives:
    """Reads the lands before the nouns of one story."""

    def __init__(self, syntax: Syntax, words: ActorWords) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            words: The shipped word lists.
        """
        self._syntax = syntax
        self._words = words

    def read(self, piece: Piece, profile: Profile) -> None:
        """Give the head of a phrase the land of a piece before it: the first, and those joined to it.

        Args:
            piece: The name or adjective of a land.
            profile: What is told of the head so far.
        """
        country = piece.country
        code = country.code if country else None
        if country is None or code is None or code in profile.countries or self._is_of_no_land(piece):
            return
        if profile.adjectives and self._is_of_america(profile.adjectives[-1], piece, code):
            profile.countries[-1], profile.adjectives[-1] = code, piece  # "a Mexican-American judge" is America's
            return
        if profile.adjectives and self._is_joined(profile.adjectives[-1], piece):
            profile.joined = True
        elif profile.countries and not profile.joined:
            return
        profile.countries.append(code)
        profile.adjectives.append(piece)
        if country.sectors and country.kind != "capital" and profile.employer is None:
            profile.employer = Resolution(name=piece.text, country=code, sectors=country.sectors)

    def _is_of_no_land(self, piece: Piece) -> bool:
        """Say whether a name only tells an event or a subject: "Athens Olympic champion", "an English professor"."""
        tokens, lists = self._syntax.tokens, self._words.definites
        after = tokens[piece.last] if piece.last < len(tokens) else None
        if after is None:
            return False
        return (piece.text == "English" and after.lemma in lists["teachers"]) or after.text in lists["events"]

    def _is_of_america(self, left: Piece, right: Piece, code: str) -> bool:
        """Say whether a hyphen joins where somebody's people came from with "American": "Korean-American voters"."""
        between = self._syntax.tokens[left.last : right.first]
        after = self._syntax.tokens[right.last] if right.last < len(self._syntax.tokens) else None
        person = after is not None and after.lemma.lower() not in self._words.definites["between_states"]
        return code == "USA" and right.text.startswith("American") and person and [t.text for t in between] == ["-"]

    def _is_joined(self, left: Piece, right: Piece) -> bool:
        between = self._syntax.tokens[left.last : right.first]
        return bool(between) and all(t.dep == "cc" or t.text in {",", "-", "/", "and", "or"} for t in between)
