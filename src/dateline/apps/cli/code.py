"""`dateline code INPUT… -o RUN`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from dateline.pipeline.run import Progress, RunOptions, code_run


def code_command(
    inputs: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The run folder.")],
    format: Annotated[str | None, typer.Option(help="text, json or jsonl; by file name when left out.")] = None,
    stop_after: Annotated[int | None, typer.Option(min=0, help="Code at most this many stories.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
    fresh: Annotated[bool, typer.Option("--fresh", help="Code anew though the folder holds a finished run.")] = False,
    pipeline: Annotated[str | None, typer.Option(help="Another spaCy pipeline: a package or a folder.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Code news reports into a run folder of tables; a run that was stopped goes on where it was."""
    options = RunOptions(format=format, workers=workers, stop_after=stop_after, fresh=fresh)
    if pipeline:
        options = RunOptions(format=format, workers=workers, stop_after=stop_after, fresh=fresh, pipeline=pipeline)
    started = time.perf_counter()
    with _meter(quiet) as meter:
        done = code_run(inputs, output, options=options, on_progress=meter)
    if not quiet:
        _report(done, output, time.perf_counter() - started)
    if done.rejected:
        raise typer.Exit(1)


def _report(done: Progress, output: Path, seconds: float) -> None:
    fresh = done.stories - done.resumed
    rate = f", {fresh / seconds:.1f} stories a second" if fresh and seconds else ""
    resumed = f", {done.resumed} taken over" if done.resumed else ""
    typer.echo(f"{done.stories} stories, {done.events} events in {output} ({seconds:.1f} s{rate}{resumed})", err=True)
    if done.rejected:
        typer.echo(f"{done.rejected} inputs were rejected; see the table `rejected` for the reasons", err=True)


class _Silent:
    def __call__(self, progress: Progress) -> None:
        """Take a progress report and show nothing."""


@contextmanager
def _meter(quiet: bool) -> Iterator[_Silent]:
    if quiet or not sys.stderr.isatty():
        yield _Silent()
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Shown(bar, bar.add_task("loading"))


class _Shown(_Silent):
    def __init__(self, bar: object, task: object) -> None:
        self._bar = bar
        self._task = task
        self._started = time.perf_counter()

    def __call__(self, progress: Progress) -> None:
        """Show stories, events and rate."""
        rate = (progress.stories - progress.resumed) / max(time.perf_counter() - self._started, 0.01)
        words = f"{progress.stories} stories, {progress.events} events, {rate:.1f} stories/s"
        self._bar.update(self._task, description=words)  # type: ignore[attr-defined]
