"""What a report tells twice of a relation is one tie; what is kept under a pact is told once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import Participant, Tie, codes_of

# Codes of one body alone, however it is named.
ONLY = frozenset({"UNO", "EUR"})


@dataclass(frozen=True, slots=True)
class Found:
    """A relation, and where its clause tells it by a pact under which something is done.

    Attributes:
        tie: The relation.
        under: Its pattern reads what is done under a pact.
        leads: The pact comes before what is done under it.
    """

    tie: Tie
    under: bool = False
    leads: bool = False


def merged(found: Iterable[Found]) -> tuple[Tie, ...]:
    """Return relations in order, each kind and group of parties once.

    Two pacts of the same parties, each with its year, stay two.
    """
    known: dict[tuple[str, frozenset[str]], Found] = {}
    for one in found:
        tie = one.tie
        parties = frozenset(code for party in tie.parties for code in _names(party))
        before = known.get((tie.kind, parties))
        if before is None:
            known[tie.kind, parties] = one
        elif tie.kind == "treaty" and before.tie.since and tie.since and tie.since != before.tie.since:
            known[f"{tie.kind} {tie.since}", parties] = one
        else:
            known[tie.kind, parties] = replace(before, tie=_joined(before.tie, tie))
    return _once_a_clause(tuple(known.values()))


def _once_a_clause(found: tuple[Found, ...]) -> tuple[Tie, ...]:
    """Return relations without those that a clause tells once more by the pact under which they are kept.

    Soldiers kept somewhere under a pact are a deployment, whatever else is done under one is a treaty; so is what
    begins with the pact ("Under an accord of 2009 American jets use the airport").
    """
    pacts = [one for one in found if one.under and one.tie.kind in {"treaty", "partnership"}]
    dropped = set()
    for pact in pacts:
        for other in found:
            if other.tie.kind == pact.tie.kind or not _same_clause(pact.tie, other.tie):
                continue
            kept = other.tie.kind == "deployment" and not pact.leads
            dropped.add((pact if kept else other).tie.id)
    return tuple(one.tie for one in found if one.tie.id not in dropped)


def _same_clause(one: Tie, other: Tie) -> bool:
    """Say whether two relations are told by the same words of the same parties."""
    same = codes_of(one.parties) == codes_of(other.parties)
    return same and one.evidence[0].span.overlaps(other.evidence[0].span)


def _joined(known: Tie, again: Tie) -> Tie:
    """Add what a report tells again of a relation: "are stationed at Soto, where it has kept them since 1983"."""
    spans = {e.span for e in known.evidence}
    new = tuple(e for e in again.evidence if e.span not in spans)
    return replace(known, since=known.since or again.since, evidence=(*known.evidence, *new))


def _names(participant: Participant) -> tuple[str, ...]:
    """Return a party's countries, and of a body of states which one it is: a state is in more than one."""
    entity = participant.resolution.entity
    own = participant.resolution.codes
    return (entity.id,) if entity is not None and INTERNATIONAL & set(own) - ONLY else own
