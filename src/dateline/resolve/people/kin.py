"""Kin whom the report names elsewhere: "her father" of Ann Roe, in a report on John Roe, is John Roe."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import MentionKind, Resolution
from dateline.resolve.cast import Character, Draft
from dateline.resolve.pieces.phrases import Phrase

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# Kin of one name with somebody, and their gender.
KIN = {
    "father": "m",
    "husband": "m",
    "son": "m",
    "brother": "m",
    "mother": "f",
    "wife": "f",
    "daughter": "f",
    "sister": "f",
    "spouse": None,
}
RULE = "kin named in the report"


def named(phrase: Phrase, reader: Reader) -> Draft | None:
    """Read "her father" as the one other person of the owner's surname whom the report has named.

    Args:
        phrase: A noun phrase.
        reader: The work on the story.
    """
    syntax = reader.syntax
    token = syntax.tokens[phrase.head]
    if token.tag != "NN" or token.lemma not in KIN or syntax.parsed.has(token, "appos", "prep"):
        return None
    owners = list(syntax.parsed.children(token, "poss"))
    owner = reader.visit(owners[0].i) if len(owners) == 1 else None
    if owner is None or owner.chain < 0 or token.dep == "appos" or len(phrase.pieces) > 2:
        return None
    character, gender = reader.cast.characters[owner.chain], KIN[token.lemma]
    found = _of_one_name(character, gender, phrase.head, reader)
    told = found.resolution if found else _named_later(character, gender, reader)
    if told is None:
        return None
    draft = reader.draft(phrase, MentionKind.NOMINAL, replace(told, rule=RULE), reader.profiler.read(phrase))
    draft.person, draft.lemma, draft.gender = True, token.lemma, gender
    if found is not None:
        reader.cast.join(draft, found)
    else:
        reader.cast.add(draft, key=("person", told.entity.id if told.entity else told.name))
    return draft


def _surname(owner: Character) -> str:
    name = owner.resolution.name.split() if owner.resolution and owner.person else []
    return name[-1].lower() if len(name) > 1 else ""


def _named_later(owner: Character, gender: str | None, reader: Reader) -> Resolution | None:
    """Return the only other person of a surname and gender whom the base knows and the report names further on."""
    own = owner.resolution.name if owner.resolution else ""
    told = {p.text: r for p in reader.people.full_names(_surname(owner)) if (r := reader.people.by_piece(p))}
    known = {r.entity.id: r for r in told.values() if r.entity and r.name != own and r.entity.gender in {gender, None}}
    return next(iter(known.values())) if len(known) == 1 else None


def _of_one_name(owner: Character, gender: str | None, before: int, reader: Reader) -> Character | None:
    """Return the only other person of a surname and gender whom the report has named."""
    bearers = [c for c in reader.cast.named(_surname(owner)) if c.chain != owner.chain and c.resolution]
    named = [c for c in bearers if c.drafts[0].head < before and any(d.kind is MentionKind.NAME for d in c.drafts)]
    fitting = [c for c in named if gender is None or c.gender in {None, gender}]
    return fitting[0] if len(fitting) == 1 else None
