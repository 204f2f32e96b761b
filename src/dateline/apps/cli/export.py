"""`dateline events RUN` and `dateline export RUN`."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.model import UsageError
from dateline.store import FORMATS, TABLES, Run, counted, describe, export, export_file, fill_whole, write_rows

# What the terminal shows of a table; other tables show every column but long ones.
_SHOWN = {
    "events": ("date", "type", "actor", "recipient", "status", "place", "said_by", "trigger"),
    "stories": ("story_id", "day", "agency", "headline", "events", "statements", "ties", "dup_kind", "notes"),
    "event_actors": ("event_id", "side", "name", "country", "sectors", "role", "text", "rule"),
    "evidence": ("record_id", "kind", "text", "rule"),
    "statements": ("speaker", "act", "kind", "addressee", "content"),
    "ties": ("kind", "parties", "countries", "since", "until", "as_of", "said_by", "text"),
    "tie_parties": ("tie_id", "side", "name", "country", "sectors", "text", "rule"),
    "incidents": (
        "date",
        "type",
        "actor",
        "recipient",
        "status",
        "place",
        "n_stories",
        "n_agencies",
        "disagreements",
        "text",
    ),
    "incident_events": ("incident_id", "event_id", "story_id", "position", "score", "why"),
    "rejected": ("origin", "position", "story_id", "stage", "reason", "advice"),
}


def events_command(
    run: Annotated[Path, typer.Argument(help="The run folder.", show_default=False)],
    output_format: Annotated[
        str | None, typer.Option("--format", help="table, jsonl or csv; a table on a terminal, jsonl in a pipe.")
    ] = None,
    event_type: Annotated[str | None, typer.Option("--type", help="Only events of this PLOVER type.")] = None,
    story: Annotated[str | None, typer.Option(help="Only this story.")] = None,
    table: Annotated[str, typer.Option(help="Another table of the run.")] = "events",
    count: Annotated[
        str, typer.Option(help="rows: every event; daily: one a day, pair and code; incidents: one an event.")
    ] = "rows",
) -> None:
    """Print the events of a run, or another of its tables."""
    chosen = output_format or ("table" if sys.stdout.isatty() else "jsonl")
    if chosen not in {"table", "jsonl", "csv"}:
        raise UsageError(f"there is no format {chosen!r}; choose table, jsonl or csv")
    if event_type and table != "events":
        raise UsageError("--type goes with the table events only")
    if count != "rows" and (table != "events" or story):
        raise UsageError("--count goes with the table events of all stories only")
    rows, columns = _rows(Run.open(run), table, count)
    wanted = {"type": event_type.upper() if event_type else None, "story_id": story}
    rows = [row for row in rows if all(v is None or row.get(k) == v for k, v in wanted.items())]
    if chosen == "table":
        _print("incidents" if count == "incidents" else table, rows)
    else:
        write_rows(iter(rows), columns, chosen, sys.stdout)


def _rows(run: Run, table: str, count: str) -> tuple[list[dict[str, Any]], list[str]]:
    if table == "events":
        return counted(run, count)
    found = run.to_arrow(table)
    return found.to_pylist(), found.column_names


def _print(name: str, rows: list[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"{len(rows)} {name.replace('_', ' ')}")
    for column in _SHOWN[name]:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(row, column)) for column in _SHOWN[name]))
    # In a pipe there is no width to ask for; one that fits a wide page keeps rows readable.
    Console(width=None if sys.stdout.isatty() else 160).print(table)


def _cell(row: dict[str, Any], name: str) -> str:
    if name in {"actor", "recipient"} and f"{name}_country" in row:
        code = row[f"{name}_country"] or row[f"{name}_sector"] or ""
        words = row[name] or ""
        return f"{words} [{code}]" if code and code != words else words
    if name == "type" and row.get("modes"):
        return f"{row['type']}/{row['modes']}"
    value = row[name]
    return "" if value is None else visible(str(value))


def visible(text: str) -> str:
    """Return text with characters that turn or hide others on a terminal written as their codes."""
    return "".join(f"<U+{ord(c):04X}>" if c in _UNSEEN or (ord(c) < 32 and c not in "\n\t") else c for c in text)


_UNSEEN = frozenset(
    [*map(chr, range(0x200B, 0x2010)), *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2060, 0x206A)), "\ufeff"]
)


def _package(run: Run, output: Path | None) -> None:
    """Write the tables and the files that describe them into a folder."""
    if output is None:
        raise UsageError("a package is a folder; name it with --output")
    for table in TABLES:
        fill_whole(output / f"{table}.parquet", partial(_copy, run.file(table)))
    files = describe(run, output)
    typer.echo(f"{len(TABLES)} tables and {len(files)} files that describe them in {output}", err=True)


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)


def export_command(
    run: Annotated[Path, typer.Argument(help="The run folder.", show_default=False)],
    to: Annotated[str, typer.Option(help=f"One of: {', '.join(FORMATS)}, package.")] = "plover",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File; standard output when left out.")] = None,
    table: Annotated[str, typer.Option(help="Which table, for all but plover.")] = "events",
    excel_safe: Annotated[
        bool, typer.Option("--excel-safe", help="In CSV, disarm cells that spreadsheets take for formulas.")
    ] = False,
) -> None:
    """Write a run in another shape; `--to package` writes the tables with metadata, codebook and citation."""
    source = Run.open(run)
    if to == "package":
        _package(source, output)
        return
    if output is None:
        export(source, to, sys.stdout, table=table, excel_safe=excel_safe)
        return
    count = export_file(source, to, output, table=table, excel_safe=excel_safe)
    typer.echo(f"{count} records in {output}", err=True)
