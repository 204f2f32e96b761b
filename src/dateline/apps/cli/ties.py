"""`dateline ties RUN`."""

from __future__ import annotations

import sys
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.model import UsageError
from dateline.store import Run, write_rows
from dateline.store.periods import TiePeriod, selected, tie_periods

SHOWN = ("kind", "parties", "since", "until", "first_stated", "last_stated", "statements", "agencies", "text")


def ties_command(
    run: Annotated[Path, typer.Argument(help="The run folder.", show_default=False)],
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only those that stand on this day.")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind, for example deployment or membership.")] = None,
    party: Annotated[str | None, typer.Option(help="Only those of this country code, on either side.")] = None,
    output_format: Annotated[
        str | None, typer.Option("--format", help="table, jsonl or csv; a table on a terminal, jsonl in a pipe.")
    ] = None,
) -> None:
    """List standing relations as periods: since when, until when, and which reports state them."""
    how = output_format or ("table" if sys.stdout.isatty() else "jsonl")
    if how not in {"table", "jsonl", "csv"}:
        raise UsageError(f"there is no format {how!r}; choose table, jsonl or csv")
    day = on.date().isoformat() if on else None
    found = selected(tie_periods(Run.open(run)), kind=kind, party=party, on=day)
    if how == "table":
        _print(found)
    else:
        write_rows((asdict(p) for p in found), [f.name for f in fields(TiePeriod)], how, sys.stdout)


def _print(found: list[TiePeriod]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"{len(found)} standing relations")
    for column in SHOWN:
        table.add_column(column, overflow="fold")
    for period in found:
        table.add_row(*(Text(str(getattr(period, column) or "")) for column in SHOWN))
    Console().print(table)
