"""`dateline check RUN [--repair]`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DAMAGED = 3


def check_command(
    run: Annotated[Path, typer.Argument(help="The run folder, finished or not.", show_default=False)],
    repair: Annotated[bool, typer.Option("--repair", help="Repair what can be repaired without loss.")] = False,
) -> None:
    """Say what is wrong with a run folder: damaged tables or shards, a change that was stopped, waste, a lock.

    Exit code 3: something is wrong (with --repair: something is left).
    """
    from dateline.pipeline.checking import check_run, repair_run

    problems = check_run(run)
    for problem in problems:
        typer.echo(f"BAD  {problem.what}")
    if repair and problems:
        problems = repair_run(run, problems)
        for problem in problems:
            typer.echo(f"left {problem.what}")
        if not problems:
            typer.echo(f"ok   {run} is repaired")
    if problems:
        raise typer.Exit(DAMAGED)
    if not repair:
        typer.echo(f"ok   {run}")
