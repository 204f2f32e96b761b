"""Cuts a sentence into the pieces that the knowledge base knows: countries, entities, agent nouns, titles, names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.resolve.pieces.known_names import ARTICLES, KnownNames
from dateline.resolve.pieces.noun_pieces import NounPieces
from dateline.resolve.pieces.person_pieces import PersonPieces
from dateline.resolve.pieces.pieces import Piece
from dateline.resolve.pieces.title_pieces import TitlePieces
from dateline.resolve.pieces.unknown_names import UnknownNames

if TYPE_CHECKING:
    from dateline.knowledge.actor_words import ActorWords
    from dateline.model import Name, Sentence, Token
    from dateline.resolve.pieces.lookups import Lookups
    from dateline.resolve.pieces.syntax import Syntax

# Parts of speech of words that begin nothing in small letters.
SMALL = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})
# Lands whose names are things too where a report writes them small and nowhere else as names.
THINGS = frozenset({"turkey", "china", "chad", "jordan", "guinea", "chile", "brazil", "mali", "niger", "georgia"})
# What makes another part of the world of America.
PARTS = frozenset({"Central", "Latin", "South", "North", "Pan"})


class Cutter:
    """Cuts sentences into pieces; longest match first, the parser's person names kept whole."""

    def __init__(
        self, syntax: Syntax, find: Lookups, words: ActorWords, *, names: frozenset[str] = frozenset()
    ) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            find: The knowledge base.
            words: The shipped word lists.
            names: Words that are names in this story; a tagger takes many a sentence's first word for a noun.
        """
        self._syntax = syntax
        self._find = find
        self._words = words
        self._names = names
        self._nouns = NounPieces(syntax, find, words)
        self._titles = TitlePieces(syntax, find, words)
        self._known = KnownNames(syntax, find, words)
        self._unknown = UnknownNames(
            syntax, find, words, known=self._known, nouns=self._nouns, titles=self._titles, names=names
        )
        self._people = PersonPieces(syntax, find, known=self._known, unknown=self._unknown, titles=self._titles)

    def cut(self, sentence: Sentence, names: dict[int, Name]) -> list[Piece]:
        """Return the pieces of one sentence, in order and without overlap.

        Args:
            sentence: A sentence of the story.
            names: The parser's names by first token.
        """
        found: list[Piece] = []
        rest: dict[int, Name] = {}
        i = sentence.first
        while i < sentence.last:
            name = names.get(i) or rest.get(i)
            piece = self._at(i, sentence.last, name)
            if piece:
                found.append(piece)
                if name and name.label == "PERSON" and piece.last < name.last and not piece.person:
                    # "Minister Juan Carlos Roa" is one name to the parser; without the title it still is one
                    rest[piece.last] = replace(name, first=piece.last)
            i = piece.last if piece else i + 1
        return found

    def _at(self, i: int, end: int, name: Name | None) -> Piece | None:
        """Return the piece that starts at a token; None where nothing does."""
        token = self._syntax.tokens[i]
        if not token.text[0].isalnum() or (name is None and self._is_small(token)):
            return None
        if i + 1 < end and f"{token.text} {self._syntax.tokens[i + 1].text}" in self._words.names["places"]:
            longer = self._known.at(i, end)  # "the Indian Ocean Commission"
            return longer if longer and longer.last > i + 2 else Piece(i, i + 2, self._syntax.words(i, i + 2))
        noun = self._nouns.at(i, end)
        if noun and self._nouns.is_of_name(i, noun, name):
            noun = None
        if name and name.label == "PERSON" and not noun and not self._people.is_people(i, name.last):
            return self._people.at(i, name)
        if noun and self._titles.is_title(noun, end):
            return self._titles.at(i, end)
        return self._named(i, end, noun)

    def _named(self, i: int, end: int, noun: Piece | None) -> Piece | None:
        """Return the name or the noun that starts at a token that is no person's by the parser."""
        token = self._syntax.tokens[i]
        known = self._known.at(i, end) if self._known.may_start(i) else self._small_land(token)
        if known and known.country:
            if self._is_part_of_america(i):
                return None
            if self._is_of_longer(known, end):
                return self._unknown.at(i, end)
        if known and noun:
            return _longer(known, noun, token)
        if known or noun:
            return known or noun
        if token.lemma in self._words.former:
            return Piece(i, i + 1, token.text, former=True)
        return self._titles.at(i, end) or self._unknown.at(i, end)

    def _is_small(self, token: Token) -> bool:
        """Say whether a word is one of those, a third of a text, that begin no piece: "the", "of", "was", "it"."""
        small = token.pos in SMALL and token.text.islower() and token.lemma not in self._words.former
        return small and token.text not in ARTICLES and token.text not in self._words.names["particles"]

    def _small_land(self, token: Token) -> Piece | None:
        """Return a land that its report wrote small, by the parser's word for it: "china has written off the debt"."""
        if not (token.pos == "PROPN" and token.ent == "GPE" and token.text.islower()):
            return None
        country = self._find.country(token.text.title())
        plain = token.text in THINGS and token.text.title() not in self._names
        if country is None or country.code is None or country.kind != "name" or plain:
            return None
        return Piece(token.i, token.i + 1, token.text.title(), country)

    def _is_part_of_america(self, i: int) -> bool:
        """Say whether "American" is part of a wider name: "the Central American country" is not the United States."""
        tokens = self._syntax.tokens
        return i > 0 and tokens[i].text.startswith("American") and tokens[i - 1].text in PARTS

    def _is_of_longer(self, land: Piece, end: int) -> bool:
        """Say whether a land's or capital's name only starts another: "Jordan Street", "Victoria Park"."""
        if land.last >= end:
            return False
        if self._syntax.tokens[land.last].text in self._words.names["roads"]:
            return True
        return not land.names_country and self._goes_on(land, end)

    def _goes_on(self, capital: Piece, end: int) -> bool:
        """Say whether a capital's name only starts a longer one: "Victoria Park", not "Baghdad University"."""
        after, last = self._syntax.tokens[capital.last], self._syntax.tokens[capital.last - 1]
        joined = after.pos == "PROPN" and last.dep in {"compound", "nmod"} and last.head >= capital.last
        return joined and bool(after.ent) and self._nouns.at(capital.last, end) is None


def _longer(known: Piece, noun: Piece, token: Token) -> Piece:
    """Pick between a name and a common noun at one place: the longer; at a tie both, or a lower-case noun."""
    if known.last != noun.last:
        return known if known.last > noun.last else noun
    if token.pos != "PROPN" and known.last == known.first + 1 and not known.country:
        return noun
    return replace(known, noun=noun.noun, lemma=noun.lemma)
