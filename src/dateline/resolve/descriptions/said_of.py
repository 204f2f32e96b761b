"""Nouns that only say what somebody is: "China is the main supplier", "identified China as the culprit"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import MentionKind
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions.nominals import NOBODY

if TYPE_CHECKING:
    from dateline.model import Token
    from dateline.resolve.reader import Reader

# What is said of a subject by these verbs it is.
BEING = frozenset({"be", "remain", "become"})
# Sectors beside which those of whom it is said are told better.
TELLING_NOTHING = frozenset({(), NOBODY, ("CRM",)})


def of_whom(head: int, reader: Reader) -> Draft | None:
    """Return of whom a noun says what he is: the subject of its "is", or the object before its "as".

    Args:
        head: The noun.
        reader: The work on the story.
    """
    token = reader.syntax.tokens[head]
    other = _subject(token, reader) if token.dep == "attr" else _object(token, reader)
    if other is None or other.i >= head or other.pos not in {"PROPN", "PRON"} or other.tag == "PRP$":
        return None
    draft = reader.visit(other.i)
    known = draft.resolution if draft else None
    plain = draft is not None and draft.kind in {MentionKind.NAME, MentionKind.PRONOUN}
    return draft if plain and known is not None and (known.country or known.sectors) else None


def join(draft: Draft, reader: Reader) -> bool:
    """Give a noun of no land the land of whom it is said, and enter it: "China is the main supplier".

    Args:
        draft: The noun's mention so far.
        reader: The work on the story.

    Returns:
        Whether it is said of somebody of a land.
    """
    known = draft.resolution
    other = of_whom(draft.head, reader) if known is not None and not known.country else None
    of = other.resolution if other else None
    if other is None or of is None or known is None or draft.plural != other.plural or not of.country:
        return False
    sectors = of.sectors or ("GOV",) if known.sectors in TELLING_NOTHING else known.sectors
    rule = f"{known.rule}; of whom it is said"
    draft.resolution = replace(known, country=of.country, sectors=sectors, rule=rule)
    reader.cast.add(draft)
    return True


def _subject(token: Token, reader: Reader) -> Token | None:
    verb = reader.syntax.tokens[token.head]
    if verb.lemma not in BEING or any(reader.syntax.parsed.children(verb, "neg")):
        return None
    return next(iter(reader.syntax.parsed.children(verb, "nsubj")), None)


def _object(token: Token, reader: Reader) -> Token | None:
    syntax = reader.syntax
    above = syntax.tokens[token.head]
    if token.dep != "pobj" or above.text != "as":
        return None
    verb = syntax.tokens[above.head]
    acted = list(syntax.parsed.children(verb, "dobj", "nsubjpass"))
    looked = [
        n
        for p in syntax.parsed.children(verb, "prep")
        if p.text in {"at", "on"}
        for n in syntax.parsed.children(p, "pobj")
    ]
    return next(iter(acted or looked), None)
