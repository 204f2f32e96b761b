"""Characters that no reader sees but that part words for a parser: taken out before parsing, put back in offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dateline.model import Sentence, Token

# Zero-width characters, marks of direction and their overrides, soft hyphens.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Seen:
    """Text without unseen characters, and where each of its characters stood."""

    text: str
    places: tuple[int, ...]

    def start(self, at: int) -> int:
        """Return where a stretch that begins at `at` begins in the text as it was."""
        return self.places[at]

    def end(self, at: int) -> int:
        """Return where a stretch that ends before `at` ends in the text as it was."""
        return self.places[at - 1] + 1


def seen(text: str) -> Seen | None:
    """Return what is seen of a text, or None where that is all of it.

    Example:
        >>> found = seen("Rus\u200bsia met")
        >>> found.text, found.end(6)
        ('Russia met', 7)
    """
    if text.isascii() or not _UNSEEN.search(text):
        return None
    places = tuple(n for n, char in enumerate(text) if not _UNSEEN.match(char))
    return Seen("".join(text[n] for n in places), places)


def moved_token(token: Token, found: Seen, offset: int) -> Token:
    """Return a token with its offsets in the text as it was; `offset` is where its segment begins in the story."""
    start, end = token.start - offset, token.end - offset
    return replace(token, start=offset + found.start(start), end=offset + found.end(end))


def moved_sentence(sentence: Sentence, found: Seen, offset: int) -> Sentence:
    """Return a sentence with its offsets in the text as it was; see `moved_token`."""
    start, end = sentence.start - offset, sentence.end - offset
    return replace(sentence, start=offset + found.start(start), end=offset + found.end(end))
