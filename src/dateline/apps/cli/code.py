"""`dateline code INPUT… -o RUN`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from dateline.language import DEFAULT_PIPELINE
from dateline.model import ReadError, Sureness
from dateline.pipeline.remote import code_remote
from dateline.pipeline.run import ENGINES, Progress, RunOptions, count_stories
from dateline.readers import FORMATS, find_inputs, parse_columns

INTERRUPTED = 130
# Stories a second and process, for estimates only (docs/performance.md).
_RATE = 15
Meter = Callable[[Progress], None]


def code_command(
    inputs: Annotated[
        list[str],
        typer.Argument(help="Files, folders, archives, addresses, or - for standard input.", show_default=False),
    ],
    output: Annotated[str, typer.Option("--output", "-o", help="The run folder, or an address such as s3://b/run.")],
    input_format: Annotated[
        str | None, typer.Option("--format", help=f"{', '.join(FORMATS)}; by content and name when left out.")
    ] = None,
    columns: Annotated[
        str | None, typer.Option(help="For CSV and Parquet: text=COLUMN,published=COLUMN; by name when left out.")
    ] = None,
    network: Annotated[bool, typer.Option("--network", help="Allow addresses among the inputs to be fetched.")] = False,
    nested: Annotated[bool, typer.Option("--nested", help="Read archives inside archives, one level.")] = False,
    stop_after: Annotated[int | None, typer.Option(min=0, help="Code at most this many stories.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes; each needs about 1 GB.")] = 1,
    engine: Annotated[str, typer.Option(help=f"Where to code: {' or '.join(ENGINES)}.")] = "processes",
    scheduler: Annotated[str | None, typer.Option(help="Address of the Dask scheduler, for --engine dask.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Code anew what the folder holds, instead of adding.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say which files and how many stories there are to code.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first input that is rejected.")] = False,
    pipeline: Annotated[str | None, typer.Option(help="Another spaCy pipeline: a package or a folder.")] = None,
    setting: Annotated[
        Sureness, typer.Option(help="How sure the classifier must be; frames: the lexicon alone.")
    ] = Sureness.BALANCED,
    knowledge: Annotated[
        Path | None, typer.Option(help="Another base of actors, as `dateline knowledge add` writes it.")
    ] = None,
    codebook: Annotated[
        Path | None, typer.Option(help="Event types of your own: a folder that `dateline codebook new` wrote.")
    ] = None,
    gazetteer: Annotated[
        Path | None, typer.Option(help="Another base of places, as `dateline knowledge add-geonames` writes it.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Code news reports into a run folder of tables.

    A run that was stopped goes on where it was; to a finished run, what is new is added.
    """
    options = RunOptions(
        format=input_format,
        columns=parse_columns(columns) if columns else None,
        network=network,
        nested=nested,
        workers=workers,
        engine=engine,
        scheduler=scheduler,
        stop_after=stop_after,
        fresh=fresh,
        strict=strict,
        setting=setting.value,
        knowledge=knowledge,
        codebook=codebook,
        gazetteer=gazetteer,
        pipeline=pipeline or DEFAULT_PIPELINE,
    )
    if dry_run:
        _say_what(inputs, output, options)
        return
    started = time.perf_counter()
    try:
        with _meter(inputs, options, quiet=quiet) as meter:
            done = code_remote(inputs, output, options=options, on_progress=meter)
    except KeyboardInterrupt:
        typer.echo("dateline: interrupted; give the same command again to go on where it stopped", err=True)
        raise typer.Exit(INTERRUPTED) from None
    if not quiet:
        _report(done, output, time.perf_counter() - started)
    if done.rejected:
        raise typer.Exit(1)


def _say_what(inputs: list[str], output: str, options: RunOptions) -> None:
    """Print files, stories and an estimate of the time; nothing is coded or written."""
    files = [source for source in find_inputs(inputs) if not isinstance(source, ReadError)]
    stories = count_stories(inputs, options)
    seconds = stories / (_RATE * options.workers)
    typer.echo(f"{len(files)} files, {stories} stories; about {seconds / 60:.1f} minutes into {output}")


def _report(done: Progress, output: str, seconds: float) -> None:
    fresh = done.stories - done.resumed
    rate = f", {fresh / seconds:.1f} stories a second" if fresh and seconds else ""
    resumed = f", {done.resumed} taken over" if done.resumed else ""
    known = f", {done.known} were coded before" if done.known else ""
    words = f"{done.stories} stories, {done.events} events in {output} ({seconds:.1f} s{rate}{resumed}{known})"
    typer.echo(words, err=True)
    if done.rejected:
        words = f"{done.rejected} inputs were rejected; reasons: dateline events {output} --table rejected"
        typer.echo(words, err=True)


@contextmanager
def _meter(inputs: list[str], options: RunOptions, *, quiet: bool) -> Iterator[Meter | None]:
    """Show stories, rate and time left on a terminal; nothing in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    # Standard input can be read only once, and an address should be asked only once.
    once = any(given == "-" or "://" in given for given in inputs)
    total = None if once else count_stories(inputs, options)
    left = TextColumn("left"), TimeRemainingColumn()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), *left)
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("loading", total=total)
        started = time.perf_counter()

        def show(progress: Progress) -> None:
            rate = (progress.stories - progress.resumed) / max(time.perf_counter() - started, 0.01)
            words = f"{progress.events} events, {progress.rejected} rejected, {rate:.1f} stories/s"
            bar.update(task, description=words, completed=progress.stories)

        yield show
