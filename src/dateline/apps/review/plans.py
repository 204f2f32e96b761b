"""Sampling plans: which events to review, drawn so that the figures mean something."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import UsageError

KINDS = {
    "random": "every event has the same chance; precision over all types is estimated without weights",
    "type": "as many of each type as there are, up to an equal share; precision by type with few reviews",
    "confidence": "the least confident first; finds mistakes, but its precision says nothing of the whole run",
}
MOST = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A named list of events in the order in which they are to be reviewed.

    Attributes:
        kind: One of `KINDS`.
        seed: What the chance draws from: the same seed draws the same events from the same run.
    """

    name: str
    coder: str
    kind: str
    seed: int
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a plan knows of an event."""

    event_id: str
    type: str
    confidence: float


def draw(events: Sequence[Candidate], *, name: str, coder: str, kind: str, size: int, seed: int = 1) -> Plan:
    """Draw a plan.

    Args:
        events: All events of the run, in its order.
        name: 1 to 40 letters, digits, hyphens.
        coder: Who draws it.
        kind: One of `KINDS`.
        size: How many events; fewer come when the run has fewer.
        seed: See `Plan`.

    Raises:
        UsageError: No such kind, no usable name or size.
    """
    if kind not in KINDS:
        raise UsageError(f"there is no plan {kind!r}; choose one of {', '.join(KINDS)}")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}", name):
        raise UsageError("a plan's name has 1 to 40 letters, digits or hyphens")
    if not 1 <= size <= MOST:
        raise UsageError(f"a plan holds 1 to {MOST} events")
    chooser = random.Random(seed)
    chosen = {"random": _random, "type": _by_type, "confidence": _doubtful}[kind](events, size, chooser)
    return Plan(name=name, coder=coder, kind=kind, seed=seed, events=tuple(e.event_id for e in chosen))


def _random(events: Sequence[Candidate], size: int, chooser: random.Random) -> list[Candidate]:
    return chooser.sample(events, min(size, len(events)))


def _by_type(events: Sequence[Candidate], size: int, chooser: random.Random) -> list[Candidate]:
    """Deal one event of each type in turn until the plan is full; then mix, so that a half-done plan is balanced."""
    piles: dict[str, list[Candidate]] = defaultdict(list)
    for event in events:
        piles[event.type].append(event)
    for pile in piles.values():
        chooser.shuffle(pile)
    dealt: list[Candidate] = []
    while len(dealt) < size and any(piles.values()):
        hand = [pile.pop() for _, pile in sorted(piles.items()) if pile]
        chooser.shuffle(hand)
        dealt += hand
    return dealt[:size]


def _doubtful(events: Sequence[Candidate], size: int, chooser: random.Random) -> list[Candidate]:
    del chooser
    return sorted(events, key=lambda event: event.confidence)[:size]
