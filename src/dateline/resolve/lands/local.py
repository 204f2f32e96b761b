"""Actors of no stated country: whom the story leaves without one belongs, by default, to the country it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from dateline.model import ASSUMED, FROM_ABROAD, EntityKind, MentionKind, Resolution
from dateline.resolve.bodies.forms import FIRM
from dateline.resolve.cast import Cast, Character
from dateline.resolve.lands.belonging import Belonging
from dateline.resolve.pieces.syntax import Syntax

NGO = "NGO"
# What says that a body is a land's own.
OWN = frozenset({"local", "national", "domestic", "leading", "independent", "opposition", "main", "largest", "big"})
# Whom states send, where nobody says whom they serve.
ENVOYS = frozenset({"mediator", "envoy", "negotiator", "delegation", "emissary"})
# From how many mentions, and which share of all that are no civilians, a story is one of business.
FEW, NEARLY = 4, 0.7
# Low enough that a reader of the record sees a guess, and that anything said beats it.
SCORE = 0.35


def hosts(cast: Cast, syntax: Syntax, visits: frozenset[str]) -> dict[int, frozenset[str]]:
    """Return the countries that characters visit, by chain: whoever visits a country is not of it.

    Args:
        cast: The story's characters.
        syntax: The story.
        visits: Verbs of guests.
    """
    lands = {d.head: d.resolution.country for c in cast.characters for d in c.drafts if d.resolution}
    found: dict[int, frozenset[str]] = {}
    for character in cast.characters:
        for draft in character.drafts:
            verb = syntax.governor(draft.head)
            if draft.subject and verb.lemma in visits:
                below = [c.i for c in syntax.parsed.children(verb, "dobj")]
                below += [p.i for c in syntax.parsed.children(verb, "prep") for p in syntax.parsed.children(c, "pobj")]
                codes = frozenset(code for i in below if (code := lands.get(i)))
                found[character.chain] = found.get(character.chain, frozenset()) | codes
    return found


def settle(
    cast: Cast,
    belonging: Belonging,
    relational: frozenset[str],
    people: frozenset[str],
    firms: frozenset[int] = frozenset(),
    hosted: Mapping[int, frozenset[str]] = MappingProxyType({}),
    abroad: frozenset[str] = frozenset(),
    worldwide: frozenset[str] = frozenset(),
    giving: frozenset[str] = frozenset(),
) -> None:
    """Give characters without a country the one that their first mention stands in, and people a sector.

    "Protesters clashed with police" in a report from Lima are Peru's. No country is given where two weigh alike. A
    person of whom the story tells no office or trade is a civilian; a named one in a story of firms is of business.

    Args:
        cast: The story's characters; their drafts are changed.
        belonging: Tells the land of people without one.
        relational: Nouns of people who are what their employer is ("the spokesman"): no civilians.
        people: Nouns that say no more than man or woman.
        firms: Chains of unknown bodies that what is told of them shows to be firms.
        hosted: Countries that a character visits, by chain.
        abroad: Nouns of who comes from abroad: of no country where none is said.
        giving: Lands in whose reports givers and lenders are their own.
        worldwide: Nouns of bodies of no one land, unless a word says that they are a land's own.
    """
    by_default = ("BUS",) if _is_of_business(cast) else ("CVL",)
    for character in cast.characters:
        if not character.drafts:
            continue
        told = next((d.resolution.country for d in character.drafts if d.resolution and d.resolution.country), None)
        if told and not character.person and not character.plural:
            _give_later(character, told)
        if not told and not any(d.many for d in character.drafts):
            code = belonging.of_people(character)
            if character.lemmas & abroad and code not in giving:
                _foreign(character)
            elif character.lemmas & worldwide and not _at_home(character):
                _worldwide(character)
            elif (
                code and not (_is_kind(character) or _thing(character)) and code not in hosted.get(character.chain, ())
            ):
                _give(character, code)
        if character.chain in firms:
            _business(character)
            continue
        if character.lemmas & ENVOYS:
            _untold(character, ("GOV",))
        elif character.person and _is_named(character):
            _untold(character, by_default)
        plain = bool(character.lemmas & people)
        one = character.person and not (character.plural or character.office or character.lemmas & relational)
        if plain or one:
            _civilian(character, by_default if one and _is_named(character) else ("CVL",))


def _foreign(character: Character) -> None:
    for draft in character.drafts:
        if draft.resolution is not None:
            draft.resolution = replace(draft.resolution, rule=f"{draft.resolution.rule}; {FROM_ABROAD}")


def _at_home(character: Character) -> bool:
    """Say whether somebody is told to be a land's own: "local rights groups"."""
    return not OWN.isdisjoint(character.marks)


def _worldwide(character: Character) -> None:
    for draft in character.drafts:
        if draft.resolution is not None:
            draft.resolution = replace(draft.resolution, country=NGO, rule=f"{draft.resolution.rule}; of no one land")


def _is_kind(character: Character) -> bool:
    """Say whether somebody only says what kind of deed it is: "a terrorist attack", whoever made it."""
    known = character.resolution
    return known is not None and known.sectors[:1] == ("UAF",) and all(d.modifier for d in character.drafts)


def _thing(character: Character) -> bool:
    """Say whether an unknown name is likelier a thing's: with a figure or no capital ("A350", "persona non grata")."""
    known = character.resolution
    odd = known is not None and (known.name.islower() or any(c.isdigit() for c in known.name))
    return bool(known and known.rule.startswith("unknown") and odd)


def _is_of_business(cast: Cast) -> bool:
    """Say whether nearly all of whom a story tells a trade or office are firms and their people."""
    known = Counter(
        d.resolution.sectors[0] for c in cast.characters for d in c.drafts if d.resolution and _told(d.resolution)
    )
    others = sum(known.values()) - known["CVL"]
    return known["BUS"] >= FEW and known["BUS"] >= NEARLY * others


def _is_named(character: Character) -> bool:
    return any(d.kind is MentionKind.NAME for d in character.drafts)


def _civilian(character: Character, by_default: tuple[str, ...]) -> None:
    told = next((d.resolution.sectors for d in character.drafts if d.resolution and _told(d.resolution)), by_default)
    for draft in character.drafts:
        known = draft.resolution
        if known is not None and not _told(known) and known.role is None:
            draft.resolution = replace(known, sectors=told, rule=f"{known.rule}; nothing told of office or trade")


def _untold(character: Character, sectors: tuple[str, ...]) -> None:
    """Give somebody of whom only a post of no known body is told the likeliest sectors."""
    for draft in character.drafts:
        known = draft.resolution
        if known is not None and known.sectors == ("UNK",):
            draft.resolution = replace(known, sectors=sectors)


def _business(character: Character) -> None:
    for draft in character.drafts:
        known = draft.resolution
        if known is not None and not _told(known):
            draft.resolution = replace(known, sectors=("BUS",), rule=f"{known.rule}; {FIRM}")


def _told(known: Resolution) -> bool:
    return bool(known.sectors) and known.sectors != ("UNK",)


def _give(character: Character, code: str) -> None:
    for draft in character.drafts:
        known = draft.resolution
        if known is not None and _homeless(known) and not known.countries:
            draft.resolution = _with(known, code)
    known = character.resolution
    if known is not None and _homeless(known):
        character.resolution = _with(known, code)


def _give_later(character: Character, code: str) -> None:
    """Give the earlier mentions of a body the land that a later one tells: "Tarn Mills, based in Oslo"."""
    for draft in character.drafts:
        known = draft.resolution
        if known is not None and known.country is None and not known.countries and _homeless(known):
            draft.resolution = replace(known, country=code)


def _homeless(known: Resolution) -> bool:
    """Say whether an actor may belong to the story's country: unknown to the base, or a people or faith of many.

    So may whoever came to head a body of many states only later: the base then says nothing of the day.
    """
    kinds = {EntityKind.GROUP, EntityKind.PERSON}
    return known.entity is None or (known.entity.kind in kinds and known.country is None)


def _with(known: Resolution, code: str) -> Resolution:
    return replace(known, country=code, score=min(known.score, SCORE), rule=f"{known.rule}; {ASSUMED}")
