"""Commitments and ties after review: the index has the machine's, and only what reviews touch is made anew."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from dateline.apps.review import State, Verdict
from dateline.apps.review.applied import added_event, standing_event, standing_tie
from dateline.apps.workbench.base import Base, Row
from dateline.knowledge.codebook import Codebook
from dateline.store.commitments import COLUMNS, TOLD, Commitment, commitments_in, settling_types

_DATES = {"made_on", "due_begin", "due_end", "settled_on"}
_COMMITMENT = {f.name: "DATE" if f.name in _DATES else "VARCHAR" for f in fields(Commitment)}
_EVENT = ", ".join(f"{name}::VARCHAR AS {name}" if name in {"type", "status"} else name for name in COLUMNS)
# For each act the first event that may settle it, by the rules of dateline.store.commitments.
_FIRST = """
WITH acts AS (SELECT unnest(from_json(?, '[{"act_id": "VARCHAR", "verbal_id": "VARCHAR", "story": "VARCHAR",
  "type": "VARCHAR", "made_on": "DATE", "actors": ["VARCHAR"], "towards": ["VARCHAR"]}]'), recursive := true)),
settles AS (SELECT unnest(from_json(?, '[{"act": "VARCHAR", "type": "VARCHAR"}]'), recursive := true)),
touched AS (SELECT unnest(?::VARCHAR[]) AS event_id),
found AS (
  SELECT a.act_id, a.actors, a.towards, e.n, e.event_id, e.date_begin AS day,
    list_filter(string_split(coalesce(e.actor_country, ''), ';'), lambda x: x <> '') AS doers,
    list_filter(string_split(coalesce(e.recipient_country, ''), ';'), lambda x: x <> '') AS reached
  FROM (SELECT *, unnest(actors) AS code FROM acts) a
  JOIN settles w ON w.act = a.type
  JOIN codes c ON c.code = a.code AND c.side = 'actor'
  JOIN events e ON e.n = c.n AND e.type::VARCHAR = w.type
  WHERE e.status IN ('happened', 'ongoing') AND e.date_begin IS NOT NULL
    AND e.date_begin <= (SELECT coalesce(max(day), DATE '9999-12-31') FROM stories)
    AND (a.made_on IS NULL OR e.date_begin >= a.made_on) AND e.event_id <> a.verbal_id
    AND NOT coalesce(e.story_id = a.story AND e.date_begin = a.made_on, false)
    AND e.event_id NOT IN (SELECT event_id FROM touched))
SELECT arg_min(event_id, {'day': day, 'event_id': event_id}) AS event_id FROM found
WHERE CASE WHEN len(towards) > 0 THEN list_has_all(list_concat(doers, reached), towards) ELSE len(reached) = 0 END
GROUP BY act_id
"""


@dataclass(frozen=True, slots=True)
class Source:
    """A table of the index after review: what follows FROM, and the values of its question marks."""

    sql: str
    values: tuple[Any, ...] = ()

    @property
    def touched(self) -> bool:
        """Whether reviews changed anything in it."""
        return bool(self.values)


def commitments_source(base: Base, state: State) -> Source:
    """Return the commitments as they stand after review; columns as in the index, without `n`."""
    plain = Source("(SELECT * EXCLUDE (n) FROM commitments)")
    verdicts = {key: v for key, v in state.verdicts().items() if v.kind in {"reject", "correct"}}
    if not verdicts and not state.added:
        return plain
    book = Codebook.load()
    standing = _standing(base, verdicts, book) | {e.event_id: added_event(e, book) for e in state.added}
    affected = _affected(base, verdicts, list(standing.values()))
    if not affected:
        return plain
    rows = [asdict(found) for found in _anew(base, affected, standing, set(verdicts))]
    return _overlaid("commitments", "act_id", affected, rows, _COMMITMENT, without="n")


def ties_source(base: Base, state: State) -> Source:
    """Return the ties as they stand after review; columns as in the index, without `s`."""
    verdicts = {key: state.tie_verdict(key) for key in state.ties}
    touched = sorted(key for key, v in verdicts.items() if v.kind in {"reject", "correct"})
    if not touched:
        return Source("(SELECT * EXCLUDE (s) FROM ties)")
    found = base.rows("SELECT * EXCLUDE (s) FROM ties WHERE tie_id IN (SELECT unnest(?::VARCHAR[]))", [touched])
    rows = [standing_tie(row, verdicts[row["tie_id"]]) for row in found if verdicts[row["tie_id"]].kind == "correct"]
    types = {c["column_name"]: c["column_type"] for c in base.kept("DESCRIBE SELECT * EXCLUDE (s) FROM ties")}
    return _overlaid("ties", "tie_id", touched, rows, types, without="s")


def _overlaid(
    table: str, key: str, gone: Sequence[str], rows: Sequence[Row], types: Mapping[str, str], *, without: str
) -> Source:
    """Return a table of the index with these rows in place of those with these keys."""
    shape = json.dumps([dict(types)]).replace("'", "''")
    sql = (
        f"(SELECT * EXCLUDE ({without}) FROM {table} WHERE {key} NOT IN (SELECT unnest(?::VARCHAR[])) "
        f"UNION ALL BY NAME SELECT * FROM (SELECT unnest(from_json(?, '{shape}'), recursive := true)))"
    )
    return Source(sql, (tuple(gone), json.dumps(list(rows), default=str)))


def _standing(base: Base, verdicts: Mapping[str, Verdict], book: Codebook) -> dict[str, Row]:
    """Return the events that reviewers corrected, with their values; rejected ones are left out."""
    wanted = [key for key, verdict in verdicts.items() if verdict.kind == "correct"]
    found = _events(base, wanted)
    return {row["event_id"]: standing_event(row, verdicts[row["event_id"]], book) for row in found}


def _events(base: Base, ids: Collection[str]) -> list[Row]:
    return base.rows(f"SELECT {_EVENT} FROM events WHERE event_id IN (SELECT unnest(?::VARCHAR[]))", [sorted(ids)])


def _affected(base: Base, verdicts: Mapping[str, Verdict], standing: Sequence[Row]) -> list[str]:
    """Return the commitments that reviewed events make, are about or settle, or that they may settle now."""
    ids = sorted(verdicts)
    found = base.rows(
        "WITH r AS (SELECT unnest(?::VARCHAR[]) AS id) SELECT act_id FROM commitments "
        "WHERE event_id IN (SELECT id FROM r) OR act_id IN (SELECT id FROM r) OR settled_by IN (SELECT id FROM r)",
        [ids],
    )
    deeds = [row for row in standing if row["status"] in TOLD and row["date_begin"]]
    for row in deeds:
        acts = sorted(act for act, types in settling_types().items() if row["type"] in types)
        codes = [code for code in (row["actor_country"] or "").split(";") if code]
        found += base.rows(
            "SELECT act_id FROM commitments WHERE list_contains(?::VARCHAR[], act) AND act_id IN "
            "(SELECT act_id FROM commitment_codes WHERE code IN (SELECT unnest(?::VARCHAR[])))",
            [acts, codes],
        )
    return sorted({row["act_id"] for row in found})


def _anew(
    base: Base, affected: Sequence[str], standing: Mapping[str, Row], reviewed: Collection[str]
) -> tuple[Commitment, ...]:
    """Return the affected commitments from events after review."""
    pairs = base.rows(
        "SELECT act_id, event_id FROM commitments WHERE act_id IN (SELECT unnest(?::VARCHAR[]))", [list(affected)]
    )
    ids = {key for pair in pairs for key in pair.values()}
    by_id = {row["event_id"]: row for row in _events(base, ids - set(reviewed))} | dict(standing)
    kept = [(p["act_id"], p["event_id"]) for p in pairs if p["act_id"] in by_id and p["event_id"] in by_id]
    acts = [_act(by_id[act], by_id[verbal]) for act, verbal in kept]
    settles = [{"act": act, "type": other} for act, types in settling_types().items() for other in types]
    first = base.rows(_FIRST, [json.dumps(acts, default=str), json.dumps(settles), sorted(reviewed)])
    by_id |= {row["event_id"]: row for row in _events(base, {row["event_id"] for row in first} - set(by_id))}
    return commitments_in(list(by_id.values()), day=_day(base), among={act for act, _ in kept})


def _act(act: Row, verbal: Row) -> dict[str, Any]:
    split = {side: [c for c in (act[f"{side}_country"] or "").split(";") if c] for side in ("actor", "recipient")}
    return {
        "act_id": act["event_id"],
        "verbal_id": verbal["event_id"],
        "story": verbal["story_id"],
        "type": act["type"],
        "made_on": verbal["date_begin"],
        "actors": split["actor"],
        "towards": split["recipient"],
    }


def _day(base: Base) -> date | None:
    found: date | None = base.kept("SELECT max(day) AS day FROM stories")[0]["day"]
    return found
