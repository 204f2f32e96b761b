"""`dateline watch FOLDER|FEED… -o RUN`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.language import DEFAULT_PIPELINE
from dateline.model import Sureness
from dateline.pipeline.run import Progress, RunOptions
from dateline.pipeline.watching import WatchOptions, watch

INTERRUPTED = 130


def watch_command(
    sources: Annotated[list[str], typer.Argument(help="Folders, files or feeds.", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="The run folder; what is new is added to it.")],
    every: Annotated[float, typer.Option(min=0.1, help="Seconds between two looks.")] = 30.0,
    looks: Annotated[int | None, typer.Option(min=1, help="End after this many looks; else with Ctrl-C.")] = None,
    input_format: Annotated[str | None, typer.Option("--format", help="As for `dateline code`.")] = None,
    network: Annotated[bool, typer.Option("--network", help="Allow feeds to be fetched.")] = False,
    pipeline: Annotated[str | None, typer.Option(help="Another spaCy pipeline: a package or a folder.")] = None,
    setting: Annotated[Sureness, typer.Option(help="As for `dateline code`.")] = Sureness.BALANCED,
    knowledge: Annotated[Path | None, typer.Option(help="Another base of actors.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Keep coding what comes into a folder or a feed; a file is taken once it has stopped growing."""
    from dateline.pipeline.coder import StoryCoder

    run = RunOptions(
        format=input_format,
        network=network,
        pipeline=pipeline or DEFAULT_PIPELINE,
        setting=setting.value,
        knowledge=knowledge,
    )
    coder = StoryCoder.load(run.pipeline, setting=run.setting, knowledge=knowledge)

    def say(added: Progress) -> None:
        if not quiet:
            typer.echo(f"{added.stories} stories, {added.events} events, {added.rejected} rejected", err=True)

    try:
        watch(sources, output, coder, options=WatchOptions(every=every, looks=looks, run=run), on_added=say)
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
