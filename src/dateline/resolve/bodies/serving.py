"""Whom a bare "spokesman", "aides", "officers" or "members" serve: who the story told of last and could be meant."""

from __future__ import annotations

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import MentionKind, Resolution
from dateline.resolve.cast import Cast, Character, Draft
from dateline.resolve.pieces.kinds import is_body

# Governments sit in the organs of the United Nations, and whoever serves nobody known serves one.
GOVERNMENT = ("GOV",)
# How many sentences back somebody may lie whom aides serve, whom a spokesman speaks for and where members sit.
REMEMBERED, SPOKEN_OF, SEATED = 3, 2, 2
# What whoever has a spokesman is, and what no "members" sit in.
SPEAKING_FOR = frozenset((s,) for s in ("GOV", "PTY", "LEG", "ELI", "BUS", "MIL", "COP", "REB", "SOC", "EDU"))
WITHOUT_MEMBERS = frozenset({("BUS",), ("JRN",), ("EDU",), ("CRM",), ("REB",), ("UAF",)})
SURE = 0.5
# The rule by which somebody speaks for the body that acted last.
SPEAKER = "speaker of a body named before"


def served(cast: Cast, sentence: int) -> tuple[str, ...]:
    """Return what "aides" serve: whoever of a government, party or chamber was named last.

    Args:
        cast: Everyone named so far.
        sentence: Where the aides stand.
    """
    for character in cast.recent():
        known = character.resolution
        if sentence - character.latest.sentence > REMEMBERED:
            break
        if known and not character.plural and known.sectors[:1] in {("GOV",), ("PTY",), ("LEG",)}:
            return known.sectors[:1]
    return GOVERNMENT


def speaking(cast: Cast, sentence: int, *, anybody: bool) -> Resolution | None:
    """Return whom a bare "spokesman" speaks for: the body that acted last, else who was told of last.

    Args:
        cast: Everyone named so far.
        sentence: Where the spokesman stands.
        anybody: Whoever was told of may have him, as of "a spokesman"; "the spokesman" is one told of before.
    """
    for character in cast.recent():
        known, latest = character.resolution, character.latest
        if known is None or character.person or latest.modifier or sentence - latest.sentence > 1:
            continue
        if latest.subject and known.sectors and known.sectors[:1] != ("JRN",) and _is_named_body(latest, known):
            return known
    return next((known for c in cast.recent() if (known := _spoken_of(c, sentence))), None) if anybody else None


def _spoken_of(character: Character, sentence: int) -> Resolution | None:
    """Return an office-holder, candidate or firm told of just before."""
    known, latest = character.resolution, character.latest
    one = not latest.modifier and not latest.plural and sentence - latest.sentence <= SPOKEN_OF
    return known if one and known is not None and known.sectors[:1] in SPEAKING_FOR else None


def seated(cast: Cast, sentence: int) -> Resolution | None:
    """Return the body that bare "members" sit in: the last named that is no firm, school, band or the press.

    Args:
        cast: Everyone named so far.
        sentence: Where the members stand.
    """
    for character in cast.recent():
        known, latest = character.resolution, character.latest
        if known is None or sentence - latest.sentence > SEATED:
            continue
        of_states = known.country in INTERNATIONAL and not latest.modifier
        body = not character.person and (of_states or (is_body(known) and not latest.modifier))
        if body and known.sectors[:1] not in WITHOUT_MEMBERS:
            return known
    return None


def service(cast: Cast) -> tuple[str, ...]:
    """Return the service that "officers" belong to: the police or army named last."""
    for character in cast.recent():
        sectors = character.resolution.sectors[:1] if character.resolution else ()
        if sectors in {("COP",), ("MIL",), ("SPY",)}:
            return sectors
    return ()


def _is_named_body(draft: Draft, known: Resolution) -> bool:
    institution = draft.kind is MentionKind.NOMINAL and not draft.plural and bool(known.country)
    return is_body(known) or known.rule == "seat of power" or (institution and known.score >= SURE)
