"""`dateline events RUN` and `dateline export RUN`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.model import UsageError
from dateline.store import Run, export

SHOWN = ("date", "type", "actor", "recipient", "status", "place", "said_by", "trigger")


def events_command(
    run: Annotated[Path, typer.Argument(help="The run folder.")],
    format: Annotated[str | None, typer.Option(help="table, jsonl or csv; a table on a terminal, jsonl in a pipe.")] = None,
    type: Annotated[str | None, typer.Option(help="Only this PLOVER type.")] = None,
    story: Annotated[str | None, typer.Option(help="Only this story.")] = None,
) -> None:
    """Print the events of a run."""
    chosen = format or ("table" if sys.stdout.isatty() else "jsonl")
    if chosen not in {"table", "jsonl", "csv"}:
        raise UsageError(f"there is no format {chosen!r}; choose table, jsonl or csv")
    rows = [r for r in Run.open(run).rows("events") if r["type"] == (type or r["type"]) and r["story_id"] == (story or r["story_id"])]
    if chosen == "table":
        _table(rows)
    elif chosen == "jsonl":
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
    else:
        import csv

        writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]) if rows else list(SHOWN))
        writer.writeheader()
        writer.writerows(rows)


def _table(rows: list[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{len(rows)} events", show_lines=False)
    for name in SHOWN:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(row, name) for name in SHOWN))
    console = Console(width=None if sys.stdout.isatty() else 150)
    console.print(table, markup=False)


def _cell(row: dict[str, Any], name: str) -> str:
    if name in {"actor", "recipient"}:
        code = row[f"{name}_country"] or row[f"{name}_sector"] or ""
        words = row[name] or ""
        return f"{words} [{code}]" if code and code != words else words
    if name == "type" and row["modes"]:
        return f"{row['type']}/{row['modes']}"
    return str(row[name] or "")


def export_command(
    run: Annotated[Path, typer.Argument(help="The run folder.")],
    to: Annotated[str, typer.Option(help="plover (JSON Lines in PLOVER's field names), jsonl or csv.")] = "plover",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File; standard output when left out.")] = None,
    table: Annotated[str, typer.Option(help="Which table, for jsonl and csv.")] = "events",
    excel_safe: Annotated[bool, typer.Option("--excel-safe", help="Disarm cells that spreadsheets take for formulas.")] = False,
) -> None:
    """Write a run in another shape."""
    source = Run.open(run)
    if output is None:
        export(source, to, sys.stdout, table=table, excel_safe=excel_safe)
        return
    with output.open("w", encoding="utf-8", newline="") as stream:
        count = export(source, to, stream, table=table, excel_safe=excel_safe)
    typer.echo(f"{count} records in {output}", err=True)
