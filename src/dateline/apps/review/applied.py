"""A run as it stands after review: rejected records are out, corrected values in the machine's place, missed ones in.

The tables of the run are not changed; these functions make other rows of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from dateline.apps.review.days import bounds
from dateline.apps.review.log import Entry, ReviewLog
from dateline.apps.review.state import State, Verdict
from dateline.knowledge.codebook import Codebook
from dateline.model import EventType
from dateline.store import TABLES, Run
from dateline.store.commitments import COLUMNS, Commitment, commitments_in, last_day

Row = Mapping[str, Any]


def corrected(event: Row, values: Row, codebook: Codebook) -> dict[str, Any]:
    """Return an event with other values, and what follows from them: days from a date, class and score from a type.

    Args:
        event: A row of the table events.
        values: The columns that change; an empty string empties a column.
        codebook: Gives class, score and CAMEO code of a type.
    """
    made = {**event, **{name: value if value != "" else None for name, value in values.items() if name in event}}
    if "date" in values:
        made["date_begin"], made["date_end"] = bounds(str(values["date"]))
        made["date_reason"] = "a reviewer's"
    if "type" in values:
        entry = codebook.types[EventType(values["type"])]
        made.update(quad_class=entry.quad.value, plover_score=entry.score, cameo=entry.cameo, modes=None)
    if "place" in values or "place_country" in values:
        made.update(latitude=None, longitude=None, place_feature=None)
    if "said_by" in values:
        made["said_by_chain"] = made["said_by"]
    return made


def changes(verdict: Verdict) -> dict[str, Any]:
    """Return the values of a verdict that differ from the machine's."""
    return {k: v for k, v in verdict.human.items() if str(verdict.machine.get(k) or "") != str(v or "")}


def standing_event(event: Row, verdict: Verdict | None, codebook: Codebook) -> dict[str, Any]:
    """Return an event with the reviewers' values in place of the machine's; as it is where nobody corrected it."""
    if verdict is None or verdict.kind != "correct":
        return dict(event)
    return corrected(event, changes(verdict), codebook)


def added_event(entry: Entry, codebook: Codebook) -> dict[str, Any]:
    """Return a row of the table events for an event that a reviewer added."""
    empty: dict[str, Any] = dict.fromkeys(column.name for column in TABLES["events"].columns)
    row = {**empty, "event_id": entry.event_id, "story_id": entry.story_id, "confidence": 1.0, "status": "happened"}
    return corrected(row, entry.human, codebook)


def standing_events(events: Iterable[Row], state: State, codebook: Codebook) -> list[dict[str, Any]]:
    """Return rows of the table events after review, those that reviewers added last."""
    verdicts = state.verdicts()
    kept = (e for e in events if verdicts.get(e["event_id"], _NONE).kind != "reject")
    stand = [standing_event(event, verdicts.get(event["event_id"]), codebook) for event in kept]
    return [*stand, *(added_event(entry, codebook) for entry in state.added)]


def standing_commitments(
    run: Run, *, as_of: date | None = None, among: Collection[str] | None = None
) -> tuple[Commitment, ...]:
    """Return the commitments of a run after review, oldest first; see `dateline.store.commitments.commitments`.

    A rejected event makes and settles nothing, a corrected one does so with its new values, and an event that a
    reviewer added may settle a promise.

    Args:
        run: The run; its reviews lie beside it.
        as_of: The day to judge from; the run's last story day when None.
        among: Ids of events; only commitments that one of them makes, or is the content of, are returned. All if None.
    """
    state = ReviewLog(run.folder).state()
    rows = run.to_arrow("events").select(list(COLUMNS)).to_pylist()
    events = standing_events(rows, state, Codebook.load()) if state.effective else rows
    return commitments_in(events, day=as_of or last_day(run), among=among)


def standing_tie(tie: Row, verdict: Verdict) -> dict[str, Any]:
    """Return a tie with the reviewers' values in place of the machine's; as it is where nobody corrected it."""
    if verdict.kind != "correct":
        return dict(tie)
    return {**tie, **{k: v if v != "" else None for k, v in changes(verdict).items() if k in tie}}


def standing_ties(run: Run) -> list[dict[str, Any]]:
    """Return the ties of a run after review: rows of the table ties, in its order."""
    state = ReviewLog(run.folder).state()
    found = ((row, state.tie_verdict(row["tie_id"])) for row in run.rows("ties"))
    return [standing_tie(row, verdict) for row, verdict in found if verdict.kind != "reject"]


_NONE = Verdict(machine={}, human={})
