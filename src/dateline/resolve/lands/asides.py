"""Words that name a land by the way, so that they say nothing of whom a story is about: "US-backed", "US dollars"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.knowledge.actor_words import ActorWords
    from dateline.model import Token
    from dateline.resolve.pieces.pieces import Piece

# Words between a land and its money, and how many of them.
AMOUNTS, MONEY = frozenset({"mln", "billion", "bln", "million", "thousand", "trillion"}), 4
# How many words before "Open" or "Cup" may name the land of an event.
EVENT = 2
# What stands in brackets ends within so many words.
BRACKETED = 12


def asides(tokens: Sequence[Token], words: ActorWords) -> frozenset[int]:
    """Return the tokens that name a country by the way: "US-backed", "US dollars", and what stands in brackets.

    Such a country is not the one that the people around it belong to, so that they say nothing of the scene.

    Args:
        tokens: The tokens of a story.
        words: The shipped word lists.
    """
    found: set[int] = set()
    for token in tokens:
        found.update(_compounded(tokens, token.i, words))
        if token.text.lower() in words.currencies:
            found.update(_priced(tokens, token.i))
        if token.text in words.names["events"] and token.i and token.pos == "PROPN":
            found.update(range(max(0, token.i - EVENT), token.i))  # "the Australian Open" is played by all lands
        if token.text in {"(", "["}:
            closing = next((t.i for t in tokens[token.i : token.i + BRACKETED] if t.text in {")", "]"}), token.i)
            found.update(range(token.i, closing))
    return frozenset(found)


def borrowed(pieces: list[list[Piece]], namesakes: Mapping[str, frozenset[str]], home: str | None) -> frozenset[int]:
    """Return the tokens of organs whose bare names are another land's here: "Congress" in a report from Lima.

    Args:
        pieces: The pieces of every sentence.
        namesakes: Organ known by one land's name for it to the others that call theirs so.
        home: The dateline's country.
    """
    named = {p.country.code for own in pieces for p in own if p.country and p.country.code} | {home}
    organs = ((p, p.metonym) for own in pieces for p in own if p.metonym and not p.country)
    shared = ((p, m, namesakes.get(p.text.lower(), frozenset())) for p, m in organs)
    return frozenset(p.last - 1 for p, m, lands in shared if m.country not in named and lands & named)


def _compounded(tokens: Sequence[Token], i: int, words: ActorWords) -> Iterator[int]:
    """Yield the half of a compound that may name a land, by its hyphen or first word: "US-backed", "anti-US"."""
    if tokens[i].text == "-" and 0 < i < len(tokens) - 1:
        if tokens[i + 1].text.lower() in words.drops:
            yield i - 1
        if tokens[i - 1].lemma in words.before:
            yield i + 1
    elif tokens[i].lemma in words.before and i + 1 < len(tokens):
        yield i + 1


def _priced(tokens: Sequence[Token], i: int) -> list[int]:
    """Return the tokens before money that may name whose it is: "US dollars", "U.S. 40 mln dlrs"."""
    first = i
    while first and i - first < MONEY and (tokens[first - 1].pos == "NUM" or tokens[first - 1].lemma in AMOUNTS):
        first -= 1
    return [first - 1] if first else []
