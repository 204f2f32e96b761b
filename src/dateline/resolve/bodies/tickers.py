"""Firms behind whose names an exchange's sign stands: "Roe Trust PLC <ROE.L> said".

The parser often takes the sign for the doer and the name for what describes it, so that nobody would be found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dateline.model import MentionKind, Token
from dateline.resolve.cast import Draft
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece
from dateline.resolve.pieces.syntax import ARGUMENTS, Syntax

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# What ends an owner: "Roe Trust PLC's <ROE.L> offer".
OWNING = frozenset({"'s", "’s", "'"})
SIGNS = frozenset({"<", ">"})


def names(syntax: Syntax, pieces: Sequence[Sequence[Piece]], known: Mapping[int, Phrase]) -> dict[int, Phrase]:
    """Return the names before such signs that head no phrase yet, by their last word.

    Args:
        syntax: The story.
        pieces: What the base knows of each sentence.
        known: The phrases found so far, by head.
    """
    found: dict[int, Phrase] = {}
    for group in _groups(syntax):
        last = _name_last(group[0], syntax.tokens)
        if last is None or any(last in range(p.first, p.last) for p in known.values() if p.head == last):
            continue
        own = pieces[syntax.tokens[last].sent]
        core = next((p for p in own if p.first <= last < p.last), None)
        if core is None or syntax.root(core.first, core.last) in known or core.last != last + 1:
            continue
        first = core.first
        inside = tuple(p for p in own if first <= p.first and p.last <= last + 1)
        found[last] = Phrase(last, first, last + 1, inside, core)
    return found


def signs(syntax: Syntax) -> dict[int, int]:
    """Return the words by which an exchange writes firms, and what the parser has act for them, with the name's end."""
    found: dict[int, int] = {}
    for group in _groups(syntax):
        last = _name_last(group[0], syntax.tokens)
        if last is None:
            continue
        doing = (t for t in group if t.dep in ARGUMENTS and not group[0].i <= t.head <= group[-1].i)
        acting = next((t for t in doing if t.dep != "appos"), None)
        word = next((t for t in group if t.text not in SIGNS), group[0])
        found.update({t.i: last for t in {word.i: word, (acting or word).i: acting or word}.values()})
    return found


def read(i: int, reader: Reader) -> Draft | None:
    """Read the sign of a firm on an exchange, behind its name.

    Args:
        i: The sign's token.
        reader: The work on the story.
    """
    syntax, last = reader.syntax, reader.signs[i]
    core = next((p for p in reader.pieces[syntax.tokens[i].sent] if p.first <= last < p.last), None)
    named = reader.visit(last) or (reader.visit(syntax.root(core.first, core.last)) if core else None)
    if named is None or named.chain < 0 or named.kind is not MentionKind.NAME or named.person:
        return None
    draft = Draft(i, i, i + 1, MentionKind.NAME, named.resolution, sentence=named.sentence)
    draft.subject, draft.quoted = syntax.subject(i), syntax.quoted[i]
    reader.cast.join(draft, reader.cast.characters[named.chain])
    return draft


def _groups(syntax: Syntax) -> list[list[Token]]:
    """Return the tokens of each sign."""
    found: list[list[Token]] = []
    for i in sorted(syntax.tickers):
        if found and found[-1][-1].i == i - 1 and syntax.tokens[i].text != "<":
            found[-1].append(syntax.tokens[i])
        else:
            found.append([syntax.tokens[i]])
    return found


def _name_last(sign: Token, tokens: Sequence[Token]) -> int | None:
    """Return the last word of the name before a sign; None where no name stands there."""
    last = sign.i - 1
    if last > 0 and tokens[last].text in OWNING:
        last -= 1
    named = last >= 0 and tokens[last].pos == "PROPN" and tokens[last].text[0].isupper()
    return last if named and tokens[last].sent == sign.sent else None
