"""Which words of a sentence are a name that the knowledge base does not hold, by their capitals and the tagger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.resolve.pieces.known_names import JOINTS, has_person
from dateline.resolve.pieces.pieces import SMALL_FORMS, Piece

if TYPE_CHECKING:
    from dateline.knowledge.actor_words import ActorWords
    from dateline.resolve.pieces.known_names import KnownNames
    from dateline.resolve.pieces.lookups import Lookups
    from dateline.resolve.pieces.noun_pieces import NounPieces
    from dateline.resolve.pieces.syntax import Syntax
    from dateline.resolve.pieces.title_pieces import TitlePieces


class UnknownNames:
    """Finds the names of one story that the knowledge base does not hold."""

    def __init__(
        self,
        syntax: Syntax,
        find: Lookups,
        words: ActorWords,
        *,
        known: KnownNames,
        nouns: NounPieces,
        titles: TitlePieces,
        names: frozenset[str],
    ) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            find: The knowledge base.
            words: The shipped word lists.
            known: The names that the base holds; such a one ends an unknown name before it.
            nouns: The agent nouns, which do so too.
            titles: And the titles.
            names: Words that are names in this story; a tagger takes many a sentence's first word for a noun.
        """
        self._syntax = syntax
        self._find = find
        self._particles = words.names["particles"]
        self._known = known
        self._nouns = nouns
        self._titles = titles
        self._names = names

    def at(self, i: int, end: int) -> Piece | None:
        """Return the longest unknown name that starts at a token; None where there is none.

        Args:
            i: The token.
            end: Where its sentence ends.
        """
        last = self._end(i, end)
        if last is None:
            return None
        cut = self._known.headlined(i, last) if last > i + 2 else None
        if cut:
            return self._known.at(i, cut) or Piece(i, cut, self._syntax.words(i, cut), person=True)
        person = any(t.ent == "PERSON" for t in self._syntax.tokens[i:last])
        if not person and last > i + 2 and self._known.starts_longer(i + 1, end):
            last = i + 1  # "the Marxist Tarn Liberation Front": a word before a name that the base knows
        return Piece(i, last, self._syntax.words(i, last), person=person)

    def _end(self, i: int, end: int) -> int | None:
        """Return where the run of names ends that starts at a token; None where none starts."""
        tokens = self._syntax.tokens
        if not self._is_proper(i, i):
            return None
        last = i + 1
        while last < end and self._is_proper(last, i) and not self._ends_before(last, i, end):
            last += 1
        while last > i and tokens[last - 1].text in JOINTS:
            last -= 1
        return last if last > i else None

    def _is_proper(self, i: int, first: int) -> bool:
        """Say whether a word may be part of the name that starts at `first`."""
        tokens = self._syntax.tokens
        token = tokens[i]
        if token.text in JOINTS:
            return i > first and i + 1 < len(tokens) and self._is_hyphened(i)
        if i > first and tokens[i - 1].text == "-" and tokens[i - 1].end == token.start:
            return True
        if token.text in self._particles:
            return i + 1 < len(tokens) and tokens[i + 1].pos == "PROPN"
        if i > first and token.pos == "PROPN" and token.ent == "ORG" and token.text in SMALL_FORMS:
            return tokens[i - 1].text[0].isupper()  # "Tarn Mills corp", as some agencies write it
        return token.text[0].isupper() and (token.pos == "PROPN" or token.text in self._names)

    def _is_hyphened(self, i: int) -> bool:
        """Say whether a hyphen joins the words of one name: "Abdul-Mahdi", "Jaish-e-Mohammed", not "NATO-member"."""
        tokens = self._syntax.tokens
        after = tokens[i + 1]
        again = i + 2 < len(tokens) and tokens[i + 2].text == "-"
        return tokens[i].end == after.start and (after.text[0].isupper() or len(after.text) <= 2 or again)

    def _ends_before(self, i: int, first: int, end: int) -> bool:
        """Say whether something else than the name that starts at `first` starts at a later word."""
        tokens = self._syntax.tokens
        if self._starts_noun(i, end):
            return True
        if tokens[first].ent == "DATE" and tokens[i].ent != "DATE":
            return True  # "On Wednesday Greek officials"
        if self._starts_person(i, end) or self._known.starts_seat(i, end):
            return True  # "To Air Ann Lee", "the Lee White House": other words before a name that the base knows
        # "a Tarn Valley Republican", "the Maine Democrats"
        return tokens[i].ent in {"NORP", "ORG"} and bool(self._known.partisan(i, end))

    def _starts_noun(self, i: int, end: int) -> bool:
        """Say whether an agent noun, or a title that is one, starts at a token."""
        tokens = self._syntax.tokens
        if tokens[i].text in JOINTS or tokens[i - 1].text == "-":
            return False
        title = self._titles.at(i, end) if tokens[i].text.endswith(".") else None
        return self._nouns.at(i, end) is not None or bool(title and title.noun)

    def _starts_person(self, i: int, end: int) -> bool:
        """Say whether the name of a person whom the base knows starts at a token, by the parser too."""
        tokens = self._syntax.tokens
        if tokens[i].ent == "PERSON" and tokens[i - 1].ent == "NORP":
            return True  # "Republican Ann Lee"
        if tokens[i].ent != "PERSON" or tokens[i - 1].ent not in {"", "GPE"}:
            return False
        last = i
        while last < end and tokens[last].ent == "PERSON":
            last += 1
        return last > i + 1 and has_person(self._find.entities(self._syntax.words(i, last)))
