"""Which parties act for a state, a body of states, a movement or a fighting force, and which are the same side."""

from __future__ import annotations

from dateline.coding.parties.assumed import is_assumed
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import EntityKind, Mention, Resolution

PUBLIC_KINDS = frozenset(
    {EntityKind.COUNTRY, EntityKind.IGO, EntityKind.ARMED_GROUP, EntityKind.PARTY, EntityKind.INSTITUTION}
)
# Rules of resolution by which a bare country was read from the words.
STATE_RULES = (
    "the country",
    "country name",
    "capital",
    "seat",
    "organ of a country",
    "pair of countries",
    "nationality adjective",
)
ANSWERING = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY", "OPP", "REB", "UAF", "PRM", "PRE", "ELI"})
PUBLIC_SECTORS = ANSWERING | {"LAB", "SOC", "REL", "REF"}
CONTESTING = frozenset({"OPP", "REB", "UAF", "LAB", "REL", "SOC", "PTY", "ELI", "PRE"})


def is_public(mention: Mention) -> bool:
    """Say whether a party is a state, one of its organs or office-holders, a movement or an armed group."""
    resolution = mention.resolution
    if resolution is None:
        return False
    kind = resolution.entity.kind if resolution.entity else None
    if kind is EntityKind.COMPANY or "BUS" in resolution.sectors:
        return False
    if kind in PUBLIC_KINDS or resolution.country in INTERNATIONAL or PUBLIC_SECTORS & set(resolution.sectors):
        return True
    bare = resolution.country is not None and not resolution.sectors and not is_assumed(resolution)
    # "the Americans" are their state, "a French singer" is not
    return bare and (resolution.rule.startswith(STATE_RULES) or (mention.plural and resolution.rule == "people"))


def is_own(mention: Mention, other: Mention) -> bool:
    """Say whether two parties stand on one side: of one country, and neither contests the other."""
    one, two = mention.resolution, other.resolution
    if one is None or two is None or one.country is None or one.country != two.country:
        return False
    if one.country in INTERNATIONAL:
        return False
    return not _contest(one, two)


def _contest(one: Resolution, two: Resolution) -> bool:
    """Say whether one of two parties of a country stands against its rulers, and the other not likewise."""
    first, second = CONTESTING & set(one.sectors), CONTESTING & set(two.sectors)
    return bool(first) != bool(second) or bool(first and second and first != second)


def answers_for(resolution: Resolution) -> bool:
    """Say whether a speaker answers for a state, a movement or an armed group, rather than for himself.

    Example:
        >>> answers_for(Resolution(name="the army", country="PER", sectors=("MIL",), rule="noun"))
        True
    """
    kind = resolution.entity.kind if resolution.entity else None
    if kind is EntityKind.COMPANY or set(resolution.sectors[:1]) & {"BUS", "JRN"}:
        return False
    if kind in PUBLIC_KINDS or ANSWERING & set(resolution.sectors):
        return True
    return resolution.country is not None and not resolution.sectors and resolution.rule.startswith(STATE_RULES)
