"""A member of two bodies of states has a relation with each."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.ties.equals import is_body
from dateline.model import Participant


def with_each_body(
    kind: str, parties: tuple[Participant, ...]
) -> Iterator[tuple[tuple[Participant, ...], Participant | None]]:
    """Yield the parties of each relation that words tell of equals: of a membership in two bodies, of one with each.

    A body whose name stands within another's words is no second one: "a NATO member" and "NATO".

    Args:
        kind: The kind of relation.
        parties: All whom its words name.

    Yields:
        The parties, and the body that is one of them if there are several.
    """
    bodies = [p for p in parties if kind == "membership" and is_body(p)]
    members = [p for p in parties if p not in bodies]
    doubled = [p for p in bodies if any(o is not p and _holds(p, o) for o in bodies)]
    bodies = [p for p in bodies if p not in doubled]
    if len(bodies) < 2 or not members:
        yield tuple(p for p in parties if p not in doubled), None
        return
    for body in bodies:
        yield (*members, body), body


def _holds(outer: Participant, inner: Participant) -> bool:
    """Say whether a party's words hold another's: "a NATO member" and "NATO"."""
    same = set(outer.resolution.codes) == set(inner.resolution.codes) or is_body(outer)
    wider = outer.span.end - outer.span.start > inner.span.end - inner.span.start
    return same and wider and outer.span.overlaps(inner.span)
