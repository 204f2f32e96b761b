"""Which words of a sentence are a title before a name: "Lt. Gen.", "Representative Ann Lee", "Michigan Gov. Roe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.knowledge.actor_words import ActorWords
    from dateline.resolve.pieces.lookups import Lookups
    from dateline.resolve.pieces.syntax import Syntax

# How many words a title has at most.
TITLE_WINDOW = 3


class TitlePieces:
    """Finds the titles of one story."""

    def __init__(self, syntax: Syntax, find: Lookups, words: ActorWords) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            find: The knowledge base.
            words: The shipped word lists.
        """
        self._syntax = syntax
        self._find = find
        self._words = words

    def at(self, i: int, end: int) -> Piece | None:
        """Return the longest title that starts at a token; None where there is none.

        Args:
            i: The token.
            end: Where the sentence or the name around it ends.
        """
        first = self._syntax.tokens[i].text
        if not first[0].isupper() or not self._find.starts_title(first):
            return None
        for last in range(i + TITLE_WINDOW, i, -1):
            if last > end:
                continue
            text = self._syntax.words(i, last).lower().replace(".", "").replace("-", " ")
            title = self._words.titles.get(" ".join(text.split()))
            if title and title.noun == "soldier" and self._opens_body(i):
                return None  # "General Accounting Office"
            if title:
                noun = self._find.noun(title.noun) if title.noun else None
                return Piece(i, last, self._syntax.words(i, last), noun=noun, lemma=title.noun or "", title=title)
        return None

    def is_title(self, noun: Piece, end: int) -> bool:
        """Say whether a noun that takes its employer's sectors is a title here: "Representative Ann Lee".

        Args:
            noun: The noun.
            end: Where its sentence ends.
        """
        tokens, i = self._syntax.tokens, noun.first
        if noun.last != i + 1 or noun.noun is None or not noun.noun.inherits_employer:
            return False
        if i + 1 >= end or tokens[i + 1].pos != "PROPN":
            return False
        bare = i == 0 or tokens[i - 1].dep != "compound"  # "US Special Representative"
        return bare and tokens[i].text[0].isupper() and tokens[i].text.lower() in self._words.titles

    def inside(self, i: int, last: int) -> int | None:
        """Return where a title stands inside what the parser took for one name: "Michigan Gov. Rick Snyder".

        Args:
            i: The first token of the name.
            last: Where the name ends.
        """
        for j in range(i + 1, last - 1):
            token = self._syntax.tokens[j]
            word = token.text.lower().rstrip(".")
            title = self._words.titles.get(word)
            if title and title.noun and (token.text.endswith(".") or self._find.noun(word)) and token.text[0].isupper():
                return j
        return None

    def _opens_body(self, i: int) -> bool:
        """Say whether a word that may be a rank opens the name of a body, by the parser."""
        tokens = self._syntax.tokens
        after = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
        return tokens[i].ent == "ORG" and after.ent == "ORG" and tokens[i].dep == "compound"
