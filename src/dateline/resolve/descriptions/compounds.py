"""What a compound before a noun says: "US-backed" and "anti-Russian" no land, "Saudi-led" whose men they are."""

from __future__ import annotations

from dateline.knowledge.actor_words import ActorWords
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece
from dateline.resolve.pieces.syntax import Syntax

# Second halves of compounds that say whose a thing is, not what: "state-owned", "army-run".
ORIGINS = frozenset({"born", "based"})
OWNED = frozenset({"owned", "run", "controlled", "funded", "sponsored", "linked"})


def is_led(piece: Piece, syntax: Syntax) -> bool:
    """Say whether a name is the first half of a compound such as "Saudi-led".

    Args:
        piece: The name.
        syntax: The story.
    """
    return _second_half(piece, syntax) == "led"


def tells_nothing(piece: Piece, phrase: Phrase, syntax: Syntax, words: ActorWords) -> bool:
    """Say whether the compound of which a name is half keeps the noun from being whose the name says.

    Args:
        piece: The name.
        phrase: The noun phrase in which it stands.
        syntax: The story.
        words: The shipped word lists.
    """
    if _is_second_half(piece, syntax, words):
        return True
    second = _second_half(piece, syntax)
    if second in OWNED and piece.noun and not piece.country:
        return True  # "state-owned enterprises" are firms
    if second in words.drops:
        return True
    # "a Peruvian-born Dane" is Denmark's, "a Peruvian-born nurse" Peru's; so are "British-based U.S. planes" American
    return second in ORIGINS and any(p.names_country and p.first > piece.first for p in phrase.pieces)


def _is_second_half(piece: Piece, syntax: Syntax, words: ActorWords) -> bool:
    """Say whether a word such as "anti-" or "non-" is joined to the front of a name."""
    tokens = syntax.tokens
    before = tokens[piece.first - 2 : piece.first] if piece.first > 1 else ()
    if len(before) == 2 and before[1].text == "-" and before[0].lemma in words.before:
        return True
    # "anti- Omani", as some agencies write it
    return piece.first > 0 and tokens[piece.first - 1].lemma.rstrip("-") in words.before


def _second_half(piece: Piece, syntax: Syntax) -> str:
    """Return the word that a hyphen joins to the end of a name; empty where there is none."""
    tokens = syntax.tokens
    joined = piece.last + 1 < len(tokens) and tokens[piece.last].text == "-"
    return tokens[piece.last + 1].text.lower() if joined else ""
