"""Commitments of a run: what was promised, offered, demanded or threatened, and what has become of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

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


def commitments(run: Run, *, as_of: date | None = None) -> tuple[Commitment, ...]:
    """Return the commitments of a run, oldest first.

    A later event of the promised type between the same parties does what was promised; one of an opposite type breaks
    it. Both must be reported as having happened, on a day from the promise's own on.

    Args:
        run: The run.
        as_of: The day to judge from; the run's last story day when None.
    """
    events = run.rows("events")
    day = as_of or max((s["day"] for s in run.rows("stories") if s["day"]), default=None)
    by_id = {event["event_id"]: event for event in events}
    pairs = [(by_id[event["content_of"]], event) for event in events if event["content_of"] in by_id]
    found = [_commitment(verbal, act, events, day) for verbal, act in pairs]
    return tuple(sorted(found, key=lambda c: (c.made_on or date.max, c.event_id)))


def _commitment(verbal: Row, act: Row, events: Sequence[Row], day: date | None) -> Commitment:
    settled = next(_settling(verbal, act, events, day), None)
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


def _settling(verbal: Row, act: Row, events: Sequence[Row], day: date | None) -> Iterator[Row]:
    """Yield later events that do or break the act, in the order of their days."""
    wanted = {act["type"], *OPPOSITES.get(act["type"], ())}
    begin = verbal["date_begin"]
    dated = (e for e in events if e["date_begin"] and e["type"] in wanted and e["status"] in TOLD)
    for event in sorted(dated, key=lambda e: (e["date_begin"], e["event_id"])):
        later = begin is None or event["date_begin"] >= begin
        known = day is None or event["date_begin"] <= day
        if later and known and event["event_id"] != verbal["event_id"] and _same_parties(act, event):
            yield event


def _same_parties(act: Row, event: Row) -> bool:
    actors = _codes(act["actor_country"]) & _codes(event["actor_country"])
    towards, reached = _codes(act["recipient_country"]), _codes(event["recipient_country"])
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
