"""Which names are people's: by the base, by the parser, or by a surname that the story has told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.model import EntityKind
from dateline.resolve.bodies.forms import sectors_by_form
from dateline.resolve.pieces.link import SUFFIXES
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader


def name_words(text: str) -> list[str]:
    """Return the folded words of a name without suffixes such as "Jr.".

    Example:
        >>> name_words("Ana Ruiz Jr.")
        ['ana', 'ruiz']
    """
    return [w for w in name_key(text).split() if w not in SUFFIXES]


class PersonNames:
    """Knows the names of people in one story."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader
        self._fulls = self._full_names()
        self._sites = self._site_names()

    def _full_names(self) -> dict[str, list[Piece]]:
        """Index the full names of the story by every word, so that a headline's surname finds the name below it."""
        found: dict[str, list[Piece]] = {}
        for pieces in self._r.pieces:
            for piece in pieces:
                words = name_words(piece.text)
                if len(words) < 2 or not (piece.person or _is_known_person(piece)) or self._is_work(piece):
                    continue
                for word in words:
                    found.setdefault(word, []).append(piece)
        return found

    def _site_names(self) -> frozenset[str]:
        """Return the words that name a port, town or the like in this story: "Santos port", "the port of Santos"."""
        tokens, sites = self._r.syntax.tokens, self._r.words.names["sites"]
        before = (tokens[t.i - 1] for t in tokens if t.i and t.lemma in sites)
        of = (tokens[t.i + 2] for t in tokens[:-2] if t.lemma in sites and tokens[t.i + 1].lemma == "of")
        return frozenset(t.text for t in (*before, *of) if t.text[0].isupper() and t.pos == "PROPN")

    def full(self, word: str) -> list[Piece]:
        """Return the full names of the story of which a word, in small letters, is one."""
        return self._fulls.get(word, [])

    def is_person(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether the core of a phrase names a person."""
        words = name_words(core.text)
        if self._is_other(phrase, core, words):
            return False
        last = self._surname(core, words)
        if last and (self._r.cast.named(last) or last in self._fulls) and core.text[0].isupper():
            land = core.country and core.country.kind != "capital" and not core.person
            # "Bishop said" is Julie Bishop when the story has named her; "the bishop said" is not.
            return not land and (not _is_noun(core) or phrase.first == phrase.head)
        if last and words[0] in self._r.words.names["particles"] and last in self._fulls and not core.country:
            return True  # "de Mistura", in small letters
        if core.country or core.metonym or self._is_place(phrase, core):
            return False
        if core.person and not core.entities and self._is_body_name(phrase, core.text):
            return False
        if _is_known_person(core):
            return len(words) > 1 or core.person or not core.entity
        return core.person and not core.entity and not _is_noun(core) and not self._is_work(core)

    def is_surname(self, text: str, words: list[str]) -> bool:
        """Say whether a name of two words is a surname: "De Blasio", "al-Maliki", and "Roe-Lind" once it is known.

        Args:
            text: The name as written.
            words: Its folded words.
        """
        if len(words) != 2:
            return False
        return words[0] in self._r.words.names["particles"] or ("-" in text and words[-1] in self._fulls)

    def _surname(self, core: Piece, words: list[str]) -> str:
        """Return the word by which a name may go back to a full one; empty where it is a full name itself."""
        capital = core.country is not None and core.country.kind == "capital"  # "La Paz" is no Mr Paz
        return words[-1] if len(words) == 1 or (not capital and self.is_surname(core.text, words)) else ""

    def _is_other(self, phrase: Phrase, core: Piece, words: list[str]) -> bool:
        """Say whether a name is none of a person whoever bears it too: a bank's, a month's, a port's."""
        given = self._r.definites.given.get(phrase.head)
        if given is not None and given.person is None and len(words) == 1 and not core.entities:
            return True  # "Peru's biggest bank Roe"
        if core.text in self._r.words.names["no_people"] or self._is_month(phrase, words):
            return True
        return core.text in self._sites and not phrase.left and not (words and words[-1] in self._fulls)

    def _is_month(self, phrase: Phrase, words: list[str]) -> bool:
        """Say whether a name is a month's by the parser and its place: "in May 2003", where a Ms May is named too."""
        dated = len(words) == 1 and self._r.syntax.tokens[phrase.head].ent == "DATE"
        return dated and self._r.syntax.governor(phrase.head).pos == "ADP"

    def _is_body_name(self, phrase: Phrase, text: str) -> bool:
        """Say whether a name that the parser took for a person's ends as those of bodies do: "Channel News"."""
        words = text.lower().split()
        known = words[0] in self._r.words.given or any(p.title or p.noun for p in phrase.left)
        return len(words) > 1 and not known and bool(sectors_by_form(text, self._r.words.forms))

    def _is_work(self, piece: Piece) -> bool:
        """Say whether a name that the parser took for a person's is a work's: "The Roe Report", behind an article."""
        tokens = self._r.syntax.tokens
        before = tokens[piece.first - 1] if piece.first else None
        bare = " " in piece.text and not piece.entities and tokens[piece.last - 1].tag != "NNPS"
        return bool(before and before.text in {"The", "the"} and bare)

    def _is_place(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether a name that the parser took for a person is a place after "in", "near" or the like."""
        above = self._r.syntax.governor(phrase.head)
        found = self._r.places.get(phrase.head)
        return bool(found and found.place and above.pos == "ADP" and above.lemma not in {"by", "with", "to", "for"})


def _is_known_person(piece: Piece) -> bool:
    return bool(piece.entities) and piece.entities[0].kind is EntityKind.PERSON


def _is_noun(piece: Piece) -> bool:
    return piece.noun is not None and not piece.person
