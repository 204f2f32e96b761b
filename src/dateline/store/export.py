"""A run in other shapes: PLOVER JSON Lines, a table as JSON Lines, CSV or Parquet."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any

from dateline.model import UsageError
from dateline.store.exports import OTHERS, write_other
from dateline.store.files import fill_whole
from dateline.store.rows import Row
from dateline.store.run import Run

# PLOVER numbers the quad classes in this order (manual draft 0.8, chapter 6).
_QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
# GeoNames feature codes by how fine a place is in PLOVER: 5 below a city, 4 city, 3 district, 2 province, 1 country.
_LEVELS = {"PPLX": 5, "PCL": 1, "ADM1": 2, "ADM2": 3, "ADM3": 3, "ADM4": 3}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")


def export(run: Run, to: str, stream: IO[str], *, table: str = "events", excel_safe: bool = False) -> int:
    """Write a run as text.

    Args:
        run: The run.
        to: `plover` (one JSON object an event, in PLOVER's field names), `jsonl` or `csv` (one table).
        stream: Where to.
        table: Which table, for `jsonl` and `csv`.
        excel_safe: In CSV, prefix cells that a spreadsheet would take for a formula with an apostrophe.

    Returns:
        The number of records written.

    Raises:
        UsageError: There is no such format or table, or the format is not text.
    """
    if to == "parquet":
        raise UsageError("Parquet is binary; give a file with --output")
    if to not in _WRITERS:
        raise UsageError(f"there is no format {to!r}; choose one of {', '.join(FORMATS)}")
    return _WRITERS[to](run, stream, table, excel_safe)


def export_file(run: Run, to: str, path: Path, *, table: str = "events", excel_safe: bool = False) -> int:
    """Write a run to a file, whole or not at all; `parquet` too. See `export`.

    Raises:
        StoreError: The file cannot be written.
    """
    counts: list[int] = []

    def fill(partial: Path) -> None:
        if to == "parquet":
            counts.append(run.to_arrow(table).num_rows)
            shutil.copyfile(run.file(table), partial)
            return
        with partial.open("w", encoding="utf-8", newline="") as stream:
            counts.append(export(run, to, stream, table=table, excel_safe=excel_safe))

    fill_whole(path, fill)
    return counts[0]


def write_rows(rows: Iterator[Row], columns: list[str], to: str, stream: IO[str], *, excel_safe: bool = False) -> int:
    """Write rows as `jsonl` or `csv` and return how many there were."""
    count = 0
    writer = csv.DictWriter(stream, columns, lineterminator="\n") if to == "csv" else None
    if writer:
        writer.writeheader()
    for row in rows:
        count += 1
        if writer:
            writer.writerow({key: _safe(value) for key, value in row.items()} if excel_safe else row)
        else:
            stream.write(json.dumps(row, ensure_ascii=False, default=_plain) + "\n")
    return count


def _safe(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _table(to: str) -> Callable[[Run, IO[str], str, bool], int]:
    def write(run: Run, stream: IO[str], table: str, excel_safe: bool) -> int:
        found = run.to_arrow(table)
        rows = (row for batch in found.to_batches(max_chunksize=5_000) for row in batch.to_pylist())
        return write_rows(rows, found.column_names, to, stream, excel_safe=excel_safe)

    return write


def _write_plover(run: Run, stream: IO[str], table: str, excel_safe: bool) -> int:
    del table, excel_safe
    return write_rows(plover_records(run), [], "jsonl", stream)


def _other(to: str) -> Callable[[Run, IO[str], str, bool], int]:
    def write(run: Run, stream: IO[str], table: str, excel_safe: bool) -> int:
        del table, excel_safe
        return write_other(run, to, stream)

    return write


_WRITERS: dict[str, Callable[[Run, IO[str], str, bool], int]] = {
    "plover": _write_plover,
    **{to: _other(to) for to in OTHERS},
    "jsonl": _table("jsonl"),
    "csv": _table("csv"),
}
FORMATS = (*_WRITERS, "parquet")


def plover_records(run: Run) -> Iterator[Row]:
    """Yield every event as PLOVER JSON (manual draft 0.8, chapter 6); fields without a value are left out.

    `id`, `date`, `actor` and `event` are required there, so these stand in every record, `date` perhaps null.
    """
    stories = {row["story_id"]: row for row in run.rows("stories")}
    parties: dict[str, list[Row]] = defaultdict(list)
    for row in run.rows("event_actors"):
        parties[row["event_id"]].append(row)
    sequence: Counter[str] = Counter()
    for event in run.rows("events"):
        # These formats have no field that says so; the event stays in the run's own tables.
        if event.get("withdrawn"):
            continue
        sequence[event["story_id"]] += 1
        yield _plover(
            event, stories[event["story_id"]], parties[event["event_id"]], sequence, str(run.manifest["version"])
        )


def _plover(event: Row, story: Row, parties: list[Row], sequence: Counter[str], version: str) -> Row:
    last = event["date_end"]
    optional = {
        "enddate": last if last and last != event["date_begin"] else None,
        "recipient": [_entity(row) for row in parties if row["side"] == "recipient"],
        "event_loc": _location(event),
        "event_text": [event["text"]] if event["text"] else None,
        "quad_code": _QUADS.index(event["quad_class"]) + 1,
        "event_scale": event["plover_score"],
        "mode": _list(event["modes"]),
        "context": _list(event["contexts"]),
        "status": event["status"],
        "link": [event["content_of"]] if event["content_of"] else None,
        "text": story["text"],
        "text_info": _present(
            {"sequence": sequence[event["story_id"]], "start": event["start"], "end": event["end"]},
        ),
        "size": _present({name: event[f"{name}_low"] for name in ("dead", "injured", "arrested")}),
        "cite_info": _cite(story, version),
        "coder": f"dateline {version}",
        "comment": event["decided_by"],
    }
    required = {
        "id": event["event_id"],
        "has_event": True,
        "date": event["date_begin"] or event["date"],
        "actor": [_entity(row) for row in parties if row["side"] == "actor"],
        "event": [event["type"]],
    }
    return {**required, **_present(optional)}


def _entity(row: Row) -> Row:
    fields = {
        "code": row["country"],
        "sector": _list(row["sectors"]),
        "entity_text": row["text"],
        "identifier_id": row["entity_id"],
        "identifier_text": row["name"],
        "office": row["role"],
    }
    return _present(fields)


def _location(event: Row) -> Row:
    letter, _, code = (event["place_feature"] or "").partition(".")
    level = next((n for start, n in _LEVELS.items() if code.startswith(start)), 4 if letter == "P" else None)
    fields = {
        "extracted_place": event["place_text"],
        "resolved_place": event["place"] if event["geonameid"] else None,
        "geonameid": event["geonameid"],
        "lat": event["latitude"],
        "lon": event["longitude"],
        "province": event["place_admin1"],
        "country_code": event["place_country"],
        "feature_class": letter,
        "feature_code": code,
        "resolution": level,
    }
    return _present(fields)


def _cite(story: Row, version: str) -> Row:
    fields = {
        "url": story["url"],
        "title": story["headline"],
        "publication": story["publisher"] or story["agency"],
        "language": story["language"],
        "codebook": "PLOVER 0.8",
        "version": version,
    }
    return _present(fields)


def _list(joined: str | None) -> list[str]:
    return joined.split(";") if joined else []


def _present(row: dict[str, Any]) -> Row:
    return {key: value for key, value in row.items() if value not in (None, "", {}, [])}
