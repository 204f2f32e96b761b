"""Whose presidents and analysts are a firm's: "its board elected Ann Lee president", "an analyst at Merrill Roe"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.model import Resolution, Token
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.pieces.phrases import Phrase
    from dateline.resolve.reader import Reader

FIRM = ("BUS",)
# What the parser takes the names of firms for.
LABELS = frozenset({"ORG", "PERSON"})


def heads_firm(core: Piece, reader: Reader) -> bool:
    """Say whether a president is a firm's: its chief executive too, or one of a name that is no land's.

    Args:
        core: The noun.
        reader: The work on the story.
    """
    token = reader.syntax.tokens[core.last - 1]
    if _has_other_post(token, reader) or _is_elected(token, reader):
        return True
    if token.dep == "pobj" and reader.syntax.tokens[token.head].lemma == "as":
        return _comes_to_firm(token, reader)
    return _is_of_firm(token, reader)


def is_at_unknown(core: Piece, phrase: Phrase, resolution: Resolution, reader: Reader) -> bool:
    """Say whether an analyst is of a name that nobody knows, most often a firm's: "an analyst at Merrill Roe".

    Args:
        core: The noun.
        phrase: The description.
        resolution: What it says by itself.
        reader: The work on the story.
    """
    trade = core.lemma.split()[-1] in reader.words.definites["firm_trades"]
    if not trade or resolution.sectors[:1] != ("SOC",):
        return False
    token, children = reader.syntax.tokens[phrase.head], reader.syntax.parsed.children
    behind = (n for p in children(token, "prep") if p.text in {"at", "with"} for n in children(p, "pobj"))
    return any(
        (d := reader.visit(n.i)) is None or d.resolution is None or not d.resolution.sectors for n in _names(behind)
    )


def _has_other_post(token: Token, reader: Reader) -> bool:
    """Say whether somebody has a post that only firms have as well: "president and chief executive"."""
    syntax = reader.syntax
    beside = [syntax.tokens[token.head]] if token.dep == "conj" else []
    joined = (*syntax.parsed.children(token, "conj"), *beside)
    return any(other.lemma in reader.words.companies["officers"] for other in joined)


def _is_elected(token: Token, reader: Reader) -> bool:
    """Say whether a firm or a part of it makes somebody president: "its board elected Ann Lee president"."""
    if token.dep not in {"dobj", "oprd"}:
        return False
    syntax = reader.syntax
    return any(_is_firm(s.i, reader) for s in syntax.parsed.children(syntax.governor(token.i), "nsubj"))


def _comes_to_firm(token: Token, reader: Reader) -> bool:
    """Say whether somebody comes to a firm as what he is: "joined Roe Inc as vice president"."""
    syntax = reader.syntax
    verb = syntax.tokens[syntax.tokens[token.head].head]
    return any(_is_firm(t.i, reader) for t in syntax.parsed.children(verb, "dobj"))


def _is_of_firm(token: Token, reader: Reader) -> bool:
    """Say whether "of" and a name stand behind a president that is no land's: "president of the exchange"."""
    children = reader.syntax.parsed.children
    nouns = [n for p in children(token, "prep") if p.lemma in {"of", "at"} for n in children(p, "pobj")]
    if any(n.lemma in reader.words.companies["again"] and n.text.islower() for n in nouns):
        return True
    return any(_is_unknown_name(n.i, reader) for n in _names(nouns))


def _names(nouns: Iterable[Token]) -> Iterator[Token]:
    """Return the nouns that are names and may be a firm's."""
    return (n for n in nouns if n.pos == "PROPN" and n.ent in LABELS)


def _is_firm(i: int, reader: Reader) -> bool:
    """Say whether a token is a firm, or a part of one."""
    draft = reader.visit(i)
    known = draft.resolution if draft else None
    return known is not None and known.sectors[:1] == FIRM and not (draft and draft.person)


def _is_unknown_name(i: int, reader: Reader) -> bool:
    """Say whether a name is none that the base knows, nor that of a body by its form."""
    phrase, draft = reader.phrases.get(i), reader.visit(i)
    known = draft.resolution if draft else None
    plain = phrase is None or phrase.core is None or not (phrase.core.entities or phrase.core.country)
    return plain and (known is None or not known.sectors or known.sectors[:1] == FIRM)
