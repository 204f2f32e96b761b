"""A run in other shapes: PLOVER JSON Lines, CSV, JSON Lines."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import IO, Any

from dateline.model import StoreError
from dateline.store.rows import Row
from dateline.store.run import Run

FORMATS = ("plover", "jsonl", "csv")
QUADS = {
    "verbal cooperation": 1,
    "material cooperation": 2,
    "verbal conflict": 3,
    "material conflict": 4,
}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(run: Run, format: str, stream: IO[str], *, table: str = "events", excel_safe: bool = False) -> int:
    """Write a run.

    Args:
        run: The run.
        format: `plover` (one JSON object an event, PLOVER's field names), `jsonl` or `csv` (one table).
        stream: Where to.
        table: Which table, for `jsonl` and `csv`.
        excel_safe: Prefix cells that a spreadsheet would take for a formula with an apostrophe.

    Returns:
        The number of records written.

    Raises:
        StoreError: There is no such format or table.
    """
    if format not in FORMATS:
        raise StoreError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    if format == "csv":
        return _csv(run.rows(table), stream, excel_safe)
    records = plover_records(run) if format == "plover" else iter(run.rows(table))
    count = 0
    for record in records:
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        count += 1
    return count


def _csv(rows: list[Row], stream: IO[str], excel_safe: bool) -> int:
    if rows:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]))
        writer.writeheader()
        for row in rows:
            writer.writerow({key: _safe(value) for key, value in row.items()} if excel_safe else row)
    return len(rows)


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def plover_records(run: Run) -> Iterator[dict[str, Any]]:
    """Yield every event as PLOVER JSON (manual draft 0.8, chapter 6)."""
    parties: dict[str, list[Row]] = defaultdict(list)
    for row in run.rows("event_actors"):
        parties[row["event_id"]].append(row)
    stories = {row["story_id"]: row for row in run.rows("stories")}
    for event in run.rows("events"):
        yield _plover(event, parties[event["event_id"]], stories[event["story_id"]], run)


def _plover(event: Row, parties: list[Row], story: Row, run: Run) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": event["event_id"],
        "has_event": True,
        "date": event["date_begin"] or event["date"],
        "actor": [_entity(p) for p in parties if p["side"] == "actor"],
        "recipient": [_entity(p) for p in parties if p["side"] == "recipient"],
        "event": [event["type"]],
        "event_text": [event["trigger"]],
        "mode": event["modes"].split(";") if event["modes"] else [],
        "context": event["contexts"].split(";") if event["contexts"] else [],
        "quad_code": QUADS[event["quad_class"]],
        "event_scale": event["plover_score"],
        "status": event["status"],
        "text": event["text"],
        "text_info": {"sequence": event["story_id"], "start": event["start"], "end": event["end"]},
        "size": {k: event[f"{k}_low"] for k in ("dead", "injured", "arrested") if event[f"{k}_low"] is not None},
        "cite_info": {
            "url": story["url"],
            "title": story["headline"],
            "publication": story["publisher"] or story["agency"],
            "language": "en",
            "codebook": "PLOVER 0.8",
            "version": run.manifest["version"],
        },
        "coder": f"dateline {run.manifest['version']}",
        "comment": event["decided_by"],
    }
    if event["date_end"] and event["date_end"] != event["date_begin"]:
        record["enddate"] = event["date_end"]
    if event["place"]:
        record["event_loc"] = {
            "extracted_place": event["place"],
            "resolved_place": event["place"],
            "geonameid": event["geonameid"],
            "lat": event["latitude"],
            "lon": event["longitude"],
            "country_code": event["place_country"],
        }
    return record


def _entity(party: Row) -> dict[str, Any]:
    return {
        "code": party["country"],
        "sector": party["sectors"].split(";") if party["sectors"] else [],
        "entity_text": party["text"],
        "identifier_id": party["entity_id"],
        "identifier_text": party["name"],
        "office": party["role"],
    }
