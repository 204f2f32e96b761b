"""What the parser's name of a person is: the whole name, or the title, land or place that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.resolve.pieces.known_names import has_person
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.model import Name
    from dateline.resolve.pieces.known_names import KnownNames
    from dateline.resolve.pieces.lookups import Lookups
    from dateline.resolve.pieces.syntax import Syntax
    from dateline.resolve.pieces.title_pieces import TitlePieces
    from dateline.resolve.pieces.unknown_names import UnknownNames

# What ends no name.
LOOSE_ENDS = frozenset({"'s", "’s", ",", "-", "'"})
# The part of a given name behind its hyphen has at most so many letters.
SECOND_HALF = 7


class PersonPieces:
    """Reads the parser's names of people of one story."""

    def __init__(
        self, syntax: Syntax, find: Lookups, *, known: KnownNames, unknown: UnknownNames, titles: TitlePieces
    ) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            find: The knowledge base.
            known: The names that the base holds.
            unknown: Other names.
            titles: The titles.
        """
        self._syntax = syntax
        self._find = find
        self._known = known
        self._unknown = unknown
        self._titles = titles

    def at(self, i: int, name: Name) -> Piece:
        """Return the piece with which a name of a person starts.

        Args:
            i: The first token of the name.
            name: The name by the parser.
        """
        return (
            self._titles.at(i, name.last - 1) or self._demonym(i, name) or self._titled(i, name) or self._whole(i, name)
        )

    def is_people(self, i: int, last: int) -> bool:
        """Say whether the parser took a people for a person: "the Omani minister", "Sierra Leonean soldiers".

        Args:
            i: The first token of the name.
            last: Where the name ends.
        """
        tokens = self._syntax.tokens
        before_noun = last < len(tokens) and tokens[last].pos == "NOUN"
        found = self._find.country(self._syntax.words(i, last)) if before_noun else None
        if found is not None and found.kind in {"adjective", "demonym"} and tokens[last].text.islower():
            return True
        return tokens[i].pos == "ADJ" and self._find.country(tokens[i].text) is not None

    def _demonym(self, i: int, name: Name) -> Piece | None:
        """Return the demonym that opens a name: "Spaniard Ana Ruiz"."""
        token = self._syntax.tokens[i]
        land = self._find.country(token.text) if name.last > i + 2 else None
        opens = land is not None and land.kind == "demonym" and token.dep == "compound"
        return Piece(i, i + 1, token.text, land) if opens else None

    def _titled(self, i: int, name: Name) -> Piece | None:
        """Return what stands before a title inside a name: the Michigan of "Michigan Gov. Rick Snyder"."""
        last = self._titles.inside(i, name.last)
        if not last:
            return None
        return self._known.at(i, last) or self._unknown.at(i, last) or Piece(i, last, self._syntax.words(i, last))

    def _whole(self, i: int, name: Name) -> Piece:
        """Return the name itself, as far as it is a person's."""
        last = self._end(i, name)
        text = self._syntax.words(i, last)
        entities = self._find.entities(text)
        if last > i + 2 and not entities and (cut := self._known.headlined(i, last)):
            last, text = cut, self._syntax.words(i, cut)
            entities = self._find.entities(text)
        if last > i + 2 and not entities and has_person(self._find.entities(self._syntax.words(i + 1, last))):
            # "Vermont Ann Lee": a place before a name that the base knows
            return Piece(i, i + 1, self._syntax.tokens[i].text)
        country = self._find.country(text) if not has_person(entities) or last == i + 1 else None
        metonym = self._find.metonym(text) if last == i + 1 else None
        return Piece(i, last, text, country, metonym, entities, person=not (entities and not has_person(entities)))

    def _end(self, i: int, name: Name) -> int:
        """Return where a name ends, with what the parser cut off and without what it took too much."""
        last = name.last
        while last > i + 1 and self._syntax.tokens[last - 1].text in LOOSE_ENDS:
            last -= 1
        return self._with_rest(self._with_hyphen(last))

    def _with_hyphen(self, last: int) -> int:
        """Return the end of a given name that its hyphen cut in two: "Song Young" and "moo"."""
        after = self._syntax.tokens[last : last + 2]
        if len(after) < 2 or after[0].text != "-":
            return last
        joined = self._syntax.tokens[last - 1].end == after[0].start and after[0].end == after[1].start
        return last + 2 if joined and after[1].text.isalpha() and len(after[1].text) <= SECOND_HALF else last

    def _with_rest(self, last: int) -> int:
        """Return the end of a name of which the parser took only the given names for one ("Juan Carlos" Roa)."""
        while last < len(self._syntax.tokens) and self._belongs(last):
            last += 1
        return last

    def _belongs(self, i: int) -> bool:
        """Say whether a word that the parser names nothing goes on with the name before it."""
        before, token = self._syntax.tokens[i - 1], self._syntax.tokens[i]
        joined = before.dep == "compound" and before.head >= i and token.pos == "PROPN" and not token.ent
        return joined and token.text[0].isupper() and self._find.noun(token.text.lower()) is None
