"""Who "both sides" are: two whom the story joined, or a government and the rebels of its land."""

from __future__ import annotations

from collections import Counter

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import Resolution
from dateline.resolve.cast import Cast, Character
from dateline.resolve.groups.pair_lands import NAMED
from dateline.resolve.groups.pair_people import lands
from dateline.resolve.groups.pair_phrases import Members, Several
from dateline.resolve.lands.scene import Scene

# Rules of mentions that may only be where something takes place.
PLACES = frozenset({"capital"})
# Bodies that are nobody's state.
PRIVATE = frozenset({("BUS",), ("JRN",), ("SOC",), ("LAB",)})
# Both of a civil war have them, as two states do.
ARMIES = frozenset({"army", "force", "military"})
# Sectors of those who take part in a quarrel.
PARTIES = frozenset({"REB", "GOV", "OPP", "MIL", "SEP"})


def sides_of(several: Several) -> Members | None:
    """Return the two sides that a phrase means; nobody for "both banks", None where any two lands may be meant.

    Args:
        several: The phrase that means them.
    """
    paired = several.size == 2
    here = _two_here(several) if several.bare and paired else ()
    pointing = (several.bare or several.sided) and paired and not here
    joined = _joined(several, anybody=several.bare) if pointing else []
    if _is_private(several) and not (joined and all(_is_no_state(c) for c in joined)):
        return [], ()  # "both banks" are no two states
    if here:
        return [], here
    if several.sided and _are_bystanders(joined, several.scene):
        joined = []
    opposed = paired and (several.bare or several.sided or several.lemma in ARMIES)
    sides = joined or (_contest(several) if opposed else [])
    return (sides, lands(sides)) if sides else None


def _two_here(several: Several) -> tuple[str, ...]:
    """Return the two countries that a sentence has named before "both"; nothing for one or more than two."""
    named = [
        d.resolution.country
        for d in several.cast.drafts_before(several.at)
        if d.sentence == several.syntax.tokens[several.at].sent and d.resolution
    ]
    codes = tuple(dict.fromkeys(code for code in named if code and code not in INTERNATIONAL))
    return codes if len(codes) == 2 else ()


def _is_private(several: Several) -> bool:
    """Say whether a phrase means firms, papers or societies."""
    noun = several.phrase.core.noun if several.phrase.core else None
    return noun is not None and noun.sectors[:1] in PRIVATE


def _is_no_state(character: Character) -> bool:
    return character.resolution is not None and character.resolution.rule not in NAMED


def _contest(several: Several) -> list[Character]:
    """Return a government and the rebels of its country, where the story is mostly about them: the sides of a war."""
    cast, at, scene = several.cast, several.at, several.scene
    known = [(c, c.resolution) for c in cast.recent_before(at) if c.resolution]
    rebels = next(((c, r) for c, r in known if not c.person and _contests(r, scene)), None)
    if rebels is None:
        return []
    ruling = [(c, r) for c, r in known if r.sectors[:1] in {("GOV",), ("MIL",), ()} and r.rule not in PLACES]
    beside = {d.sentence for d in rebels[0].drafts}  # of whom no word says it, whoever stands beside them tells it
    near = (r.country for c, r in ruling if beside & {d.sentence for d in c.drafts} and r.sectors)
    land = rebels[1].country or next(near, None)
    if land is None or _others_act(cast, at, land, rebels[0]):
        return []
    other = next((c for c, r in ruling if r.country == land and c is not rebels[0]), None)
    return [other or rebels[0], rebels[0]]


def _contests(known: Resolution, scene: Scene) -> bool:
    """Say whether a party is one side of a contest within a land: its rebels, or its opposition."""
    rebels = "REB" in known.sectors and known.country in {None, *scene.top(2)}
    return rebels or ("OPP" in known.sectors and known.country in {None, *scene.top(1)})


def _others_act(cast: Cast, at: int, land: str, rebels: Character) -> bool:
    """Say whether another state takes part more than the rebels do: a war of two states, and not at home."""
    counts: Counter[str] = Counter()
    for character in cast.recent_before(at):
        known = character.resolution
        if known is None or not known.country or known.rule in PLACES or known.country in INTERNATIONAL:
            continue
        counts[known.country] += sum(d.subject and not d.modifier and d.head < at for d in character.drafts)
    told = sum(d.head < at for d in rebels.drafts)
    return any(count > told for code, count in counts.items() if code != land)


def _joined(several: Several, *, anybody: bool) -> list[Character]:
    """Return the last two actors that the story joined before: "the government and a rebel group declared ..."."""
    cast, at, syntax = several.cast, several.at, several.syntax
    owners = {d.head: c for c in cast.characters if c.resolution for d in c.drafts if d.head < at}
    for head in sorted(owners, reverse=True):
        token = syntax.tokens[head]
        if anybody and syntax.tokens[at].sent - token.sent > 1:
            return []
        if token.dep == "conj" and token.head in owners and owners[token.head] is not owners[head]:
            pair = [owners[token.head], owners[head]]
            return pair if _may_be_sides(pair, anybody=anybody) else []
    return []


def _may_be_sides(pair: list[Character], *, anybody: bool) -> bool:
    """Say whether two who were joined are of two lands, two people or, but for "both", two who take part."""
    if anybody:
        return len({c.resolution.country for c in pair if c.resolution}) > 1 or all(c.person for c in pair)
    return all(_is_party(c) for c in pair)


def _is_party(character: Character) -> bool:
    resolution = character.resolution
    armed = resolution is not None and not PARTIES.isdisjoint(resolution.sectors)
    return resolution is not None and (armed or (not character.person and resolution.country is not None))


def _are_bystanders(joined: list[Character], scene: Scene) -> bool:
    """Say whether two states are not whom the story is about: no "two sides" of its quarrel."""
    codes = {c.resolution.country for c in joined if c.resolution and c.resolution.rule in NAMED}
    return len(codes) == 2 and codes.isdisjoint(scene.top(2))
