"""A log of reviews as a file of lines: to keep it, to pass it on, to join the logs of several coders.

Without words a file holds offsets, codes, verdicts and corrected values, and no text of a story: it can be passed on
where the stories cannot. What was left out comes back from the run that it is brought into.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from dateline.apps.review.log import Entry, ReviewLog
from dateline.apps.review.plans import Plan
from dateline.apps.review.state import State
from dateline.apps.review.values import machine_tie, machine_values
from dateline.model import UsageError
from dateline.store import Run

# Stands for words of a story that were left out.
LEFT_OUT = "…"
_WORDS = ("actor", "recipient", "place", "said_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A log read from a file.

    Attributes:
        types: How many events of each type the run held.
    """

    types: Mapping[str, int]
    plans: tuple[Plan, ...]
    entries: tuple[Entry, ...]

    def state(self) -> State:
        """Return what its rows add up to."""
        return State.of(self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of bringing a log into a run: rows taken, rows that were there already, and rows refused with why."""

    taken: int
    known: int
    refused: tuple[tuple[Entry, str], ...]


def lines(run: Run, *, words: bool = True) -> Iterator[str]:
    """Yield a run's log as JSON Lines: a head, each sampling plan, each row.

    Args:
        run: The run; its log lies beside it.
        words: Keep the words of the stories (names as they are written, added clauses).
    """
    log = ReviewLog(run.folder)
    events = run.to_arrow("events").select(["event_id", "type", "start", "end"]).to_pylist()
    spans = {row["event_id"]: {"start": row["start"], "end": row["end"]} for row in events}
    types = Counter(row["type"] for row in events)
    yield json.dumps({"record": "run", "version": run.manifest["version"], "types": dict(sorted(types.items()))})
    for plan in log.plans():
        yield json.dumps({"record": "plan", **asdict(plan)})
    for entry in log.entries():
        made = {"record": "review", **_plain(entry if words else _without_words(entry))}
        yield json.dumps({**made, **spans.get(entry.event_id, {})}, ensure_ascii=False)


def read(path: Path) -> Kept:
    """Read a log from a file.

    Raises:
        UsageError: A line is no row of a log; the message says which.
    """
    types: dict[str, int] = {}
    plans: list[Plan] = []
    entries: list[Entry] = []
    for number, line in enumerate(_text(path).splitlines(), start=1):
        try:
            row = json.loads(line)
            record = row.pop("record")
            if record == "run":
                types = {str(name): int(n) for name, n in row["types"].items()}
            elif record == "plan":
                plans.append(Plan(**{**row, "events": tuple(row["events"])}))
            else:
                entries.append(Entry(**{k: v for k, v in row.items() if k not in {"start", "end"}}))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(f"{path}, line {number}: no row of a log of reviews ({error})") from error
    return Kept(types=types, plans=tuple(plans), entries=tuple(entries))


def bring_in(kept: Kept, run: Run) -> Taken:
    """Add the rows of a kept log to the log of a run, with their coders and times.

    A row is refused when its event is not in the run, or is coded otherwise there: a verdict is about what was shown.

    Args:
        kept: The log.
        run: The run.
    """
    log, there = ReviewLog(run.folder), _Records(run)
    names = {plan.name for plan in log.plans()}
    for plan in kept.plans:
        if plan.name not in names:
            log.save_plan(plan)
    known = {(e.at, e.coder, e.action, e.event_id): e.seq for e in log.entries()}
    numbers: dict[int, int] = {}
    refused = []
    already = 0
    for entry in kept.entries:
        key = (entry.at, entry.coder, entry.action, entry.event_id)
        whole, why = there.whole(entry)
        if key in known:
            numbers[entry.seq] = known[key]
            already += 1
        elif why or (entry.undoes is not None and entry.undoes not in numbers):
            refused.append((entry, why or "the row that it takes back was refused"))
        else:
            undoes = None if entry.undoes is None else numbers[entry.undoes]
            numbers[entry.seq] = log.append(replace(whole, undoes=undoes), keep_time=True).seq
    return Taken(taken=len(numbers) - already, known=already, refused=tuple(refused))


class _Records:
    """What a run holds of the records that reviews are about."""

    def __init__(self, run: Run) -> None:
        self._machine = {row["event_id"]: machine_values(row) for row in run.rows("events")}
        self._machine |= {row["tie_id"]: machine_tie(row) for row in run.rows("ties")}
        self._texts = {row["story_id"]: str(row["text"]) for row in run.rows("stories")}

    def whole(self, entry: Entry) -> tuple[Entry, str]:
        """Return an entry with the words that were left out, and why it cannot be taken, if so."""
        if entry.action == "undo":
            return entry, ""
        if entry.action == "add":
            return self._added(entry)
        here = self._machine.get(entry.event_id)
        if here is None:
            return entry, "not in this run"
        told = {name: value for name, value in entry.machine.items() if value != LEFT_OUT}
        if any(here.get(name) != value for name, value in told.items()):
            return entry, "coded otherwise in this run"
        return replace(entry, machine=here), ""

    def _added(self, entry: Entry) -> tuple[Entry, str]:
        text = self._texts.get(entry.story_id)
        if text is None:
            return entry, "its story is not in this run"
        words = text[int(entry.human["start"]) : int(entry.human["end"])]
        if entry.human["text"] not in {LEFT_OUT, words}:
            return entry, "other words stand there in this run"
        return replace(entry, human={**entry.human, "text": words}), ""


def _without_words(entry: Entry) -> Entry:
    machine = {name: LEFT_OUT if name in _WORDS and value else value for name, value in entry.machine.items()}
    human = {**entry.human, "text": LEFT_OUT} if entry.action == "add" else entry.human
    return replace(entry, machine=machine, human=human)


def _plain(entry: Entry) -> dict[str, Any]:
    return {k: dict(v) if k in {"machine", "human"} else v for k, v in asdict(entry).items()}


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read as text: {error}") from error
