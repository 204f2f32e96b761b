"""Descriptions that take up what another word has told: a minister's ministry, a band's group, a union's leaders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import EntityKind, Resolution
from dateline.resolve.bodies.companies import OFFICER
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.descriptions.nominals import SINGLE
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# How many sentences back the people may lie whose group "the terrorist group" is, and the minister of "the ministry".
FAR_GROUP, FAR_MINISTER = 8, 1
# Sectors of a group whose name another word may have told.
BANDS = frozenset({("REB",), ("UAF",), ()})
# Rules by which somebody is told to be of a body.
OF_OTHERS = ("body + noun", "demonym + noun")
RULE = "armed group of those named before"


def armed_again(core: Piece, profile: Profile, draft: Draft, reader: Reader) -> Resolution | None:
    """Read "the terrorist group" after "Isis fighters", where only its people have been named so far.

    Args:
        core: The noun.
        profile: The words around it.
        draft: Its mention so far.
        reader: The work on the story.
    """
    own = core.noun is not None and core.noun.sectors[:1] in BANDS
    told = draft.plural or profile.countries or profile.employer or profile.possessed
    named = core.lemma.split()[-1] in reader.words.definites["armed_bodies"] and " " in core.lemma
    if told or not (own and named and reader.syntax.definite(draft.head)):
        return None
    for character in reader.cast.recent():
        entity = character.resolution.entity if character.resolution else None
        if draft.sentence - character.latest.sentence > FAR_GROUP:
            break
        if entity is not None and entity.kind is EntityKind.ARMED_GROUP:
            return Resolution(
                name=entity.name, entity=entity, country=entity.country, sectors=entity.sectors, score=0.6, rule=RULE
            )
    return None


def of_minister(core: Piece, draft: Draft, reader: Reader) -> str | None:
    """Return the land of the minister who was just named, for "the foreign ministry" of no land.

    Args:
        core: The noun.
        draft: Its mention so far.
        reader: The work on the story.
    """
    if not core.lemma.endswith(" ministry") or core.first != draft.first:
        return None
    post = core.lemma.removesuffix("ministry") + "minister"
    hit = reader.find.noun(post)
    office = hit.office if hit and hit.office in SINGLE else None
    for character in reader.cast.recent():
        known = character.resolution
        if draft.sentence - character.latest.sentence > FAR_MINISTER:
            break
        held = post in character.lemmas or (office is not None and character.office == office)
        if character.person and held and known and known.country:
            return known.country if reader.scene.dateline in {None, known.country} else None
    return None


def joined(
    core: Piece, profile: Profile, resolution: Resolution, firm: Resolution | None, reader: Reader
) -> Resolution | None:
    """Return what a noun takes from whom it is joined to, or as a firm's kin from the firm: "the parent".

    Args:
        core: The noun.
        profile: The words around it.
        resolution: What it says by itself.
        firm: The firm that the story named last.
        reader: The work on the story.
    """
    beside = _first_of_two(core, profile, reader)
    if beside is not None:
        return replace(resolution, country=resolution.country or beside.country, sectors=beside.sectors)
    kin = core.lemma in reader.words.definites["firm_kin"] and not (profile.employer or profile.possessed)
    if firm and kin and resolution.sectors[:1] == ("CVL",):
        return replace(resolution, sectors=firm.sectors, rule=OFFICER)
    return None


def _first_of_two(core: Piece, profile: Profile, reader: Reader) -> Resolution | None:
    """Return those whose body "union members and leaders" lead: the first of two joined tells it of both."""
    syntax, token = reader.syntax, reader.syntax.tokens[core.last - 1]
    bare = core.noun is not None and core.noun.inherits_employer and not (profile.employer or profile.countries)
    if not bare or profile.nouns or token.dep != "conj" or core.first != token.i or token.i < 2:
        return None
    first = syntax.tokens[token.head]
    draft = reader.drafts.get(first.i) if first.i == token.i - 2 else None
    known = draft.resolution if draft else None
    if known is None or draft is None or not known.sectors or draft.plural != syntax.plural(token.i):
        return None
    return known if known.rule.startswith(OF_OTHERS) or " " in draft.lemma else None
