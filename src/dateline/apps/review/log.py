"""The log of reviews: one SQLite file beside the run, rows are only ever added.

Undo is a row too. Every row holds who, when, and both the machine's values and the human's, so that nothing that was
once said is lost, not even when the run is coded again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.apps.review.plans import Plan
from dateline.apps.review.state import State
from dateline.model import StoreError, UsageError

FILE = "reviews.sqlite"
ACTIONS = ("accept", "reject", "correct", "add", "skip", "adjudicate", "undo")
_LONGEST_NAME = 60
_SCHEMA = """
CREATE TABLE IF NOT EXISTS log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  coder TEXT NOT NULL,
  action TEXT NOT NULL,
  event_id TEXT NOT NULL,
  story_id TEXT NOT NULL,
  machine TEXT NOT NULL,
  human TEXT NOT NULL,
  note TEXT NOT NULL,
  undoes INTEGER REFERENCES log (seq),
  run TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS plans (
  name TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  coder TEXT NOT NULL,
  kind TEXT NOT NULL,
  seed INTEGER NOT NULL,
  events TEXT NOT NULL
);
CREATE TRIGGER IF NOT EXISTS log_keeps BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS log_holds BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS plans_keep BEFORE UPDATE ON plans BEGIN SELECT RAISE(ABORT, 'plans are kept'); END;
CREATE TRIGGER IF NOT EXISTS plans_hold BEFORE DELETE ON plans BEGIN SELECT RAISE(ABORT, 'plans are kept'); END;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the log.

    Attributes:
        seq: Its number, from 1.
        at: UTC time, ISO 8601.
        action: One of `ACTIONS`.
        event_id: The event; for `add` the id that the new event gets; the tie, where a tie is judged.
        machine: What the machine coded (`REVIEWED` columns; for a tie `REVIEWED_OF_TIES`); empty for `add`.
        human: What the human says instead; for `adjudicate` also `verdict`; empty where the machine's stands.
        undoes: For `undo`: the row that no longer counts.
        run: Version of Dateline that coded the run.
    """

    seq: int = 0
    at: str = ""
    coder: str
    action: str
    event_id: str
    story_id: str
    machine: Mapping[str, Any] = field(default_factory=dict)
    human: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    undoes: int | None = None
    run: str = ""

    @property
    def about_tie(self) -> bool:
        """Whether a tie is judged, not an event; only ties have a kind."""
        return "kind" in self.machine


class ReviewLog:
    """The log of one run; the file is made with the first row.

    Example:
        >>> log = ReviewLog("runs/demo")  # doctest: +SKIP
        >>> log.state().verdict("6211280aa77213b3").kind  # doctest: +SKIP
        'accept'
    """

    def __init__(self, run_folder: str | Path) -> None:
        """Take the folder of the run."""
        self.path = Path(run_folder) / FILE

    def append(self, entry: Entry, *, keep_time: bool = False) -> Entry:
        """Add a row and return it with its number and time.

        Args:
            entry: The row.
            keep_time: It was made earlier, in another log: its own time stays.

        Raises:
            UsageError: No such action, or no usable name of a coder.
            StoreError: The file cannot be written.
        """
        if entry.action not in ACTIONS:
            raise UsageError(f"there is no action {entry.action!r}; choose one of {', '.join(ACTIONS)}")
        coder = check_coder(entry.coder)
        at = entry.at if keep_time and entry.at else datetime.now(UTC).isoformat(timespec="milliseconds")
        row = (at, coder, entry.action, entry.event_id, entry.story_id, _json(entry.machine), _json(entry.human))
        sql = (
            "INSERT INTO log (at, coder, action, event_id, story_id, machine, human, note, undoes, run) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        with self._writing() as base:
            done = base.execute(sql, (*row, entry.note, entry.undoes, entry.run))
            seq = int(done.lastrowid or 0)
        return _replaced(entry, seq=seq, at=at, coder=coder)

    def undo(self, coder: str, *, story_id: str | None = None) -> Entry | None:
        """Take back a coder's last row that still counts (of one story, if given); None when there is none."""
        for entry in reversed(self.state().effective):
            if entry.coder == coder and story_id in (None, entry.story_id):
                return self.append(
                    Entry(
                        coder=coder,
                        action="undo",
                        event_id=entry.event_id,
                        story_id=entry.story_id,
                        undoes=entry.seq,
                        run=entry.run,
                    )
                )
        return None

    def entries(self) -> tuple[Entry, ...]:
        """Return every row in the order in which they were made."""
        if not self.path.is_file():
            return ()
        with self._reading() as base:
            rows = base.execute(
                "SELECT seq, at, coder, action, event_id, story_id, machine, human, note, undoes, run "
                "FROM log ORDER BY seq"
            ).fetchall()
        return tuple(_entry(row) for row in rows)

    def last(self) -> tuple[int, int]:
        """Return the number of the last row and the number of plans: they change when the log does."""
        if not self.path.is_file():
            return (0, 0)
        with self._reading() as base:
            seq = base.execute("SELECT coalesce(max(seq), 0) FROM log").fetchone()[0]
            return int(seq), int(base.execute("SELECT count(*) FROM plans").fetchone()[0])

    def state(self) -> State:
        """Return what all rows add up to."""
        return State.of(self.entries())

    def save_plan(self, plan: Plan) -> Plan:
        """Keep a sampling plan.

        Raises:
            UsageError: There is one of that name already; plans are never changed.
        """
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        row = (plan.name, at, check_coder(plan.coder), plan.kind, plan.seed, json.dumps(list(plan.events)))
        with self._writing() as base:
            try:
                base.execute("INSERT INTO plans (name, at, coder, kind, seed, events) VALUES (?, ?, ?, ?, ?, ?)", row)
            except sqlite3.IntegrityError:
                raise UsageError(f"there is a plan {plan.name!r} already; give another name") from None
        return plan

    def plans(self) -> tuple[Plan, ...]:
        """Return the sampling plans, oldest first."""
        if not self.path.is_file():
            return ()
        with self._reading() as base:
            rows = base.execute("SELECT name, coder, kind, seed, events FROM plans ORDER BY at, name").fetchall()
        return tuple(Plan(name=r[0], coder=r[1], kind=r[2], seed=r[3], events=tuple(json.loads(r[4]))) for r in rows)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            base = sqlite3.connect(self.path, timeout=10)
            try:
                base.execute("PRAGMA journal_mode = WAL")
                base.execute("PRAGMA synchronous = FULL")
                base.executescript(_SCHEMA)
                with base:
                    yield base
            finally:
                base.close()
        except sqlite3.OperationalError as error:
            raise StoreError(
                f"{self.path} cannot be written: {error}; free it or give it to you, then again"
            ) from error
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self.path} is no log of reviews: {error}; move it away and start anew") from error

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            base = sqlite3.connect(self.path, timeout=10)
            try:
                yield base
            finally:
                base.close()
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self.path} is no log of reviews: {error}; move it away and start anew") from error


def check_coder(name: str) -> str:
    """Return a coder's name without spaces around it.

    Raises:
        UsageError: It is empty, too long or holds control characters.
    """
    name = name.strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UsageError(f"a coder's name has 1 to {_LONGEST_NAME} visible characters")
    return name


def _entry(row: Sequence[Any]) -> Entry:
    seq, at, coder, action, event_id, story_id, machine, human, note, undoes, run = row
    return Entry(
        seq=seq,
        at=at,
        coder=coder,
        action=action,
        event_id=event_id,
        story_id=story_id,
        machine=json.loads(machine),
        human=json.loads(human),
        note=note,
        undoes=undoes,
        run=run,
    )


def _replaced(entry: Entry, *, seq: int, at: str, coder: str) -> Entry:
    from dataclasses import replace

    return replace(entry, seq=seq, at=at, coder=coder)


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True)
