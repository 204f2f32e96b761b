"""`dateline diff RUN_A RUN_B`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.model import UsageError
from dateline.store import Difference, Run, difference

COUNTS = ("a", "b", "same", "columns", "retyped", "only_a", "only_b")


def diff_command(
    run_a: Annotated[Path, typer.Argument(help="A run, say of an old version.", show_default=False)],
    run_b: Annotated[Path, typer.Argument(help="A run over the same stories.", show_default=False)],
    output_format: Annotated[
        str | None, typer.Option("--format", help="table or jsonl; a table on a terminal, jsonl in a pipe.")
    ] = None,
    event_type: Annotated[str | None, typer.Option("--type", help="Only this PLOVER type.")] = None,
) -> None:
    """Show what two runs code differently, by type and with examples."""
    chosen = output_format or ("table" if sys.stdout.isatty() else "jsonl")
    if chosen not in {"table", "jsonl"}:
        raise UsageError(f"there is no format {chosen!r}; choose table or jsonl")
    found = difference(Run.open(run_a), Run.open(run_b))
    rows = [row for row in found.rows() if event_type in (None, row["type"].lower(), row["type"])]
    stories = f"{found.stories} stories in both, {found.only_a} in A alone, {found.only_b} in B alone"
    if chosen == "table":
        _print(found, rows, stories)
        return
    typer.echo(stories, err=True)
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False))


def _print(found: Difference, rows: list[dict[str, object]], stories: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from dateline.apps.cli.export import visible

    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    table = Table(title=stories)
    for heading in ("type", *COUNTS):
        table.add_column(heading)
    for row in rows:
        table.add_row(*(str(row[name]) for name in ("type", *COUNTS)))
    console.print(table)
    if found.columns:
        console.print(Text("columns that differ: " + ", ".join(f"{k} {n}" for k, n in found.columns.most_common())))
    for row in rows:
        for example in found.examples(str(row["type"])):
            words = f"{row['type']} {example['kind']} {example['story_id']}: {example['says']} | {example['text']}"
            console.print(Text(visible(words)))
