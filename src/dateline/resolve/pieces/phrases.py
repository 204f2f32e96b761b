"""Noun phrases with the pieces that stand in them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dateline.model import Sentence, Token
from dateline.resolve.pieces.pieces import Piece
from dateline.resolve.pieces.syntax import ARGUMENTS, INNER, Syntax

# A name between these is read with the noun it explains: "ISIL (banned in Russia) fighters".
DASHES = frozenset({"-", "--", "–", "—", "|", "/"})
BRACKETS = {"(": ")", "[": "]"}
CLOSING = frozenset(BRACKETS.values())
# Parts of speech of what may head a phrase; all but nouns only in some places.
HEADS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "DET", "VERB", "X", "INTJ", "ADV"})
# Where "both" may stand alone.
BOTH = ARGUMENTS - {"ROOT", "conj"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `[first, last)` up to and with its head, its pieces, and the one that holds the head."""

    head: int
    first: int
    last: int
    pieces: tuple[Piece, ...]
    core: Piece | None

    @property
    def core_start(self) -> int:
        """The first token of the core, else the head."""
        return self.core.first if self.core else self.head

    @property
    def left(self) -> tuple[Piece, ...]:
        """The pieces before the core."""
        return (
            tuple(p for p in self.pieces if p is not self.core and p.last <= self.core.first)
            if self.core
            else self.pieces
        )


def find_phrases(syntax: Syntax, sentence: Sentence, pieces: list[Piece]) -> dict[int, Phrase]:
    """Return the noun phrases of a sentence by head token, modifiers that are phrases of their own included."""
    owner: dict[int, Piece] = {i: piece for piece in pieces for i in range(piece.first, piece.last)}
    firsts = [piece.first for piece in pieces]
    roots = {piece.first: syntax.root(piece.first, piece.last) for piece in pieces}
    bracketed = any(token.text in CLOSING for token in syntax.tokens[sentence.first : sentence.last])
    found: dict[int, Phrase] = {}
    for i in range(sentence.first, sentence.last):
        core = owner.get(i)
        if core and roots[core.first] != i:
            continue
        if not _heads(syntax.tokens[i], core, syntax):
            continue
        first = _after_dash(syntax, min(syntax.left_edge[i], core.first if core else i), i)
        first = _over_bracket(syntax, first, i, owner)
        last = max(i + 1, core.last if core else 0)
        inside = pieces[bisect_left(firsts, first) : bisect_left(firsts, last)]
        own = tuple(p for p in inside if p.last <= last and not (bracketed and _bracketed(syntax, p, first, i)))
        found[i] = Phrase(i, first, last, own, core)
    return found


def _heads(token: Token, core: Piece | None, syntax: Syntax) -> bool:
    if token.tag in {"DT", "PDT", "CC"} and token.text.lower() in {"both", "each"} and token.dep in BOTH:
        return True  # "both have signed it"
    if token.pos not in HEADS or token.tag in {"PRP", "PRP$", "WP", "WP$", "WDT"}:
        return False
    apart = token.pos == "PROPN" and _after_dash(syntax, token.i, token.head) > token.i
    if token.dep in INNER and not (apart or _is_listed(token, core)):
        return False
    if token.pos in {"NOUN", "PROPN"}:
        return True
    if token.pos in {"ADJ", "NUM", "VERB", "DET", "X", "INTJ", "ADV"} and core is not None:
        return token.dep in ARGUMENTS | {"dep", "attr"} and not (
            token.dep == "conj" and syntax.tokens[token.head].dep in INNER
        )
    return token.pos in {"NUM", "ADJ", "DET"} and token.dep in BOTH


def _is_listed(token: Token, core: Piece | None) -> bool:
    """Say whether a land is taken for a time or a manner, as in lists: "Chad, Libya swap prisoners"."""
    if token.dep not in {"npadvmod", "advmod"} or token.pos != "PROPN" or core is None:
        return False
    capital = core.metonym is not None and core.metonym.is_capital and not token.text.isupper()
    return core.names_country or capital


def _after_dash(syntax: Syntax, first: int, head: int) -> int:
    """Move a phrase's start behind a dash set off by blanks: "... with Philippines - Putin" are two phrases."""
    tokens = syntax.tokens
    for j in range(head - 1, first, -1):
        if tokens[j].text in DASHES and tokens[j - 1].end < tokens[j].start and tokens[j].end < tokens[j + 1].start:
            return j + 1
    return first


def _bracketed(syntax: Syntax, piece: Piece, first: int, head: int) -> bool:
    """Say whether a piece stands in brackets inside the phrase: an aside says nothing of the head."""
    before = [t.text for t in syntax.tokens[first : piece.first]]
    after = [t.text for t in syntax.tokens[piece.last : head + 1]]
    return any(before.count(o) > before.count(c) and c in after for o, c in BRACKETS.items())


def _over_bracket(syntax: Syntax, first: int, head: int, owner: dict[int, Piece]) -> int:
    """Move a phrase's start over a bracket to the name before it, when that name has no other place in the sentence."""
    tokens = syntax.tokens
    if first == 0 or tokens[first - 1].text not in CLOSING:
        return first
    opening = next((j for j in range(first - 2, max(first - 12, -1), -1) if tokens[j].text in BRACKETS), None)
    piece = owner.get(opening - 1) if opening else None
    if piece is None or not piece.entities:
        return first
    return piece.first if tokens[syntax.root(piece.first, piece.last)].dep in {"dep", "compound", "nmod"} else first
