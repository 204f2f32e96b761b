"""What a report tells twice of a relation is one tie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import Participant, Tie

# Codes of one body alone, however it is named.
ONLY = frozenset({"UNO", "EUR"})


def merged(found: Iterable[Tie]) -> tuple[Tie, ...]:
    """Return relations in order, each kind and group of parties once.

    Two pacts of the same parties, each with its year, stay two; soldiers kept under a pact are a deployment, and the
    pact a treaty (decision 0016).
    """
    known: dict[tuple[str, frozenset[str]], Tie] = {}
    for tie in found:
        parties = frozenset(code for party in tie.parties for code in _names(party))
        before = known.get((tie.kind, parties))
        if before is None:
            known[tie.kind, parties] = tie
        elif tie.kind == "treaty" and before.since and tie.since and tie.since != before.since:
            known[f"{tie.kind} {tie.since}", parties] = tie
        else:
            known[tie.kind, parties] = _joined(before, tie)
    return tuple(known.values())


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
