"""`dateline commitments RUN`."""

from __future__ import annotations

import sys
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.model import UsageError
from dateline.store import Run, write_rows
from dateline.store.commitments import Commitment, chosen, commitments

STATES = ("open", "done", "broken", "overdue")
SHOWN = ("made_on", "kind", "made_by", "act", "by", "to", "due_end", "state", "settled_on", "text")


def commitments_command(
    run: Annotated[Path, typer.Argument(help="The run folder.", show_default=False)],
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Judge as of this day; the last story's if left out.")
    ] = None,
    state: Annotated[str | None, typer.Option(help=f"Only one of: {', '.join(STATES)}.")] = None,
    party: Annotated[str | None, typer.Option(help="Only those of this country code, on either side.")] = None,
    output_format: Annotated[
        str | None, typer.Option("--format", help="table, jsonl or csv; a table on a terminal, jsonl in a pipe.")
    ] = None,
) -> None:
    """List what was promised, offered, demanded or threatened, and what has become of it."""
    if state not in (None, *STATES):
        raise UsageError(f"there is no state {state!r}; choose one of {', '.join(STATES)}")
    how = output_format or ("table" if sys.stdout.isatty() else "jsonl")
    if how not in {"table", "jsonl", "csv"}:
        raise UsageError(f"there is no format {how!r}; choose table, jsonl or csv")
    found = chosen(commitments(Run.open(run), as_of=as_of.date() if as_of else None), state=state, party=party)
    if how == "table":
        _print(found)
    else:
        write_rows((asdict(c) for c in found), [f.name for f in fields(Commitment)], how, sys.stdout)


def _print(found: list[Commitment]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"{len(found)} commitments")
    for column in SHOWN:
        table.add_column(column, overflow="fold")
    for commitment in found:
        table.add_row(*(Text(str(getattr(commitment, column) or "")) for column in SHOWN))
    Console().print(table)
