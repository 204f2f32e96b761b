"""Three ways to count events: rows, one a day for each pair and code, and incidents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.model import UsageError
from dateline.store.rows import Row
from dateline.store.run import Run
from dateline.store.schema import TABLES

COUNTS = ("rows", "daily", "incidents")
# Columns that one a day adds.
_ADDED = ("n_events", "n_stories", "event_ids", "story_ids")


def counted(run: Run, how: str) -> tuple[list[Row], list[str]]:
    """Return the events of a run as they are to be counted, and the names of the columns.

    Args:
        run: The run.
        how: `rows` (every event), `daily` (one for each day, pair of sides, code and status, with all ids) or
            `incidents` (one for each event however many stories tell it).

    Raises:
        UsageError: There is no such way.
    """
    if how not in COUNTS:
        raise UsageError(f"events are not counted by {how!r}; choose one of {', '.join(COUNTS)}")
    if how == "daily":
        return list(daily(run.rows("events"))), [*(c.name for c in TABLES["events"].columns), *_ADDED]
    table = "events" if how == "rows" else how
    return run.rows(table), [c.name for c in TABLES[table].columns]


def daily(events: Iterable[Row]) -> Iterator[Row]:
    """Yield one row for each day, pair of sides, code and status: the first, with the ids of all.

    Events without a day, or without anybody on either side, are never taken for one another; withdrawn ones are counted
    apart, so that they neither hide nor swell the others.
    """
    found: dict[object, list[Row]] = {}
    for event in events:
        found.setdefault(_key(event), []).append(event)
    for same in found.values():
        stories = list(dict.fromkeys(row["story_id"] for row in same))
        ids = ";".join(row["event_id"] for row in same)
        yield {
            **same[0],
            "n_events": len(same),
            "n_stories": len(stories),
            "event_ids": ids,
            "story_ids": ";".join(stories),
        }


def _key(event: Row) -> object:
    sides = [event["actor_country"] or event["actor"], event["recipient_country"] or event["recipient"]]
    if event["date_precision"] != "day" or not any(sides):
        return event["event_id"]
    return event["date"], *sides, event["cameo"], event["status"], bool(event.get("withdrawn"))
