"""Commitments of a run: what was promised, offered, demanded or threatened, and what has become of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice

from dateline.model import EventType
from dateline.store.rows import Row
from dateline.store.run import Run

KINDS = {"AGREE": "promise", "CONCEDE": "promise", "THREATEN": "threat", "REQUEST": "demand", "MOBILIZE": "plan"}
# What one does instead of what one promised: the promise is broken.
OPPOSITES = {
    "AID": {"SANCTION", "REJECT"},
    "COOPERATE": {"SANCTION", "REJECT"},
    "CONSULT": {"SANCTION", "REJECT"},
    "SUPPORT": {"SANCTION", "REJECT"},
    "RETREAT": {"ASSAULT", "MOBILIZE", "REJECT"},
    "CONCEDE": {"ASSAULT", "COERCE", "REJECT"},
}
TOLD = ("happened", "ongoing")
# What of the table events `commitments_in` reads.
COLUMNS = (
    "event_id", "story_id", "type", "status", "actor", "actor_country", "recipient", "recipient_country", "date_begin",
    "date_end", "content_of", "text",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One planned act inside a verbal one.

    Attributes:
        event_id: The verbal event.
        act_id: The planned one inside it.
        kind: `promise`, `threat`, `demand` or `plan`.
        by, to: Country codes (else names) of who is to act and towards whom; a demand's `by` is whom it is made of.
        made_on: Day it was made; due_begin, due_end: the days it is set for, if any.
        state: `open`, `done`, `broken` or `overdue`, as of the day asked for.
        settled_by: Id of the event that did or broke it.
    """

    event_id: str
    act_id: str
    story_id: str
    kind: str
    act: str
    by: str | None
    to: str | None
    made_by: str | None
    made_on: date | None
    due_begin: date | None
    due_end: date | None
    text: str
    state: str
    settled_by: str | None
    settled_on: date | None


def commitments(run: Run, *, as_of: date | None = None, among: Collection[str] | None = None) -> tuple[Commitment, ...]:
    """Return the commitments of a run, oldest first.

    A later event of the promised type between the same parties does what was promised; one of an opposite type breaks
    it. Both must be reported as having happened, on a day from the promise's own on; what the report that tells the
    promise tells for the same day does neither.

    Args:
        run: The run.
        as_of: The day to judge from; the run's last story day when None.
        among: Ids of events; only commitments that one of them makes, or is the content of, are returned. All if None.
    """
    events: list[Row] = run.to_arrow("events").select(list(COLUMNS)).to_pylist()
    return commitments_in(events, day=as_of or last_day(run), among=among)


def settling_types() -> dict[str, frozenset[str]]:
    """Return, for each type that an act may have, the types of events that do or break it."""
    return {act: frozenset({act, *OPPOSITES.get(act, ())}) for act in EventType}


def last_day(run: Run) -> date | None:
    """Return the day of the run's last story: the day as of which commitments are judged."""
    return max((day for day in run.to_arrow("stories").column("day").to_pylist() if day), default=None)


def commitments_in(
    events: Sequence[Row], *, day: date | None, among: Collection[str] | None = None
) -> tuple[Commitment, ...]:
    """Return the commitments that rows of the table events hold, as of a day; see `commitments`."""
    by_id = {event["event_id"]: event for event in events}
    pairs = [(by_id[event["content_of"]], event) for event in events if event["content_of"] in by_id]
    if among is not None:
        pairs = [pair for pair in pairs if any(event["event_id"] in among for event in pair)]
    deeds = _Deeds(events) if pairs else _Deeds([])
    found = [_commitment(verbal, act, deeds, day) for verbal, act in pairs]
    return tuple(sorted(found, key=lambda c: (c.made_on or date.max, c.event_id)))


class _Deeds:
    """What happened, by type and actor in the order of days: a promise looks only at what may settle it."""

    def __init__(self, events: Iterable[Row]) -> None:
        self._by: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
        told = (event for event in events if event["date_begin"] and event["status"] in TOLD)
        for event in sorted(told, key=_when):
            for code in _codes(event["actor_country"]):
                self._by[event["type"], code].append(event)

    def since(self, day: date | None, types: Iterable[str], codes: Iterable[str]) -> Iterator[Row]:
        """Yield events of these types by these actors from a day on, in the order of their days."""
        first = (day or date.min, "")
        lists = [self._by[kind, code] for kind in types for code in codes if (kind, code) in self._by]
        parts = (islice(rows, bisect_left(rows, first, key=_when), None) for rows in lists)
        return merge(*parts, key=_when)


def _when(event: Row) -> tuple[date, str]:
    return event["date_begin"], event["event_id"]


def _commitment(verbal: Row, act: Row, deeds: _Deeds, day: date | None) -> Commitment:
    settled = next(_settling(verbal, act, deeds, day), None)
    return Commitment(
        event_id=verbal["event_id"],
        act_id=act["event_id"],
        story_id=verbal["story_id"],
        kind=KINDS.get(verbal["type"], "plan"),
        act=act["type"],
        by=act["actor_country"] or act["actor"],
        to=act["recipient_country"] or act["recipient"],
        made_by=verbal["actor_country"] or verbal["actor"],
        made_on=verbal["date_begin"],
        due_begin=act["date_begin"],
        due_end=act["date_end"],
        text=verbal["text"],
        state=_state(act, settled, day),
        settled_by=settled["event_id"] if settled else None,
        settled_on=settled["date_begin"] if settled else None,
    )


def _settling(verbal: Row, act: Row, deeds: _Deeds, day: date | None) -> Iterator[Row]:
    """Yield later events that do or break the act, in the order of their days."""
    wanted = settling_types()[act["type"]]
    for event in deeds.since(verbal["date_begin"], wanted, _codes(act["actor_country"])):
        known = day is None or event["date_begin"] <= day
        if known and not _at_once(verbal, event) and _same_parties(act, event):
            yield event


def _at_once(verbal: Row, event: Row) -> bool:
    """Say whether one report tells both for one day: the meeting that agrees on another does not keep that promise."""
    if event["event_id"] == verbal["event_id"]:
        return True
    return bool(event["story_id"] == verbal["story_id"] and event["date_begin"] == verbal["date_begin"])


def _same_parties(act: Row, event: Row) -> bool:
    own = _codes(act["actor_country"])
    actors = own & _codes(event["actor_country"])
    towards, reached = _codes(act["recipient_country"]), _codes(event["recipient_country"])
    if len(own) > 1 and not towards:
        return bool(actors) and reached <= own  # a pact of several is kept or broken among them
    both = _codes(event["actor_country"]) | reached
    return bool(actors) and (towards <= both if towards else not reached)


def _codes(text: str | None) -> set[str]:
    return set(text.split(";")) if text else set()


def _state(act: Row, settled: Row | None, day: date | None) -> str:
    if settled is not None:
        return "done" if settled["type"] == act["type"] else "broken"
    return "overdue" if act["date_end"] and day and act["date_end"] < day else "open"


def chosen(found: Iterable[Commitment], *, state: str | None, party: str | None) -> list[Commitment]:
    """Return the commitments of one state, and of one party on either side."""
    return [
        c
        for c in found
        if state in (None, c.state) and (party is None or party in _codes(c.by) | _codes(c.to) | _codes(c.made_by))
    ]
