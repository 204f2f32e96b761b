"""`dateline dossier ACTOR [ACTOR] RUN -o FILE`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.model import UsageError

_DAY = ["%Y-%m-%d"]


def dossier_command(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="ACTOR [ACTOR] RUN",
            help="One actor or two, by code (PHL), country or name; then the run folder.",
            show_default=False,
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file: .html, .pdf or .md.")],
    since: Annotated[datetime | None, typer.Option(formats=_DAY, help="Leave out what ended before this day.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=_DAY, help="Leave out what began after this day.")] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=_DAY, help="Judge commitments as of this day; the last story's if left out."),
    ] = None,
    link: Annotated[
        str, typer.Option(help="Address of a workbench that serves the run; references then lead there.")
    ] = "",
    title: Annotated[str, typer.Option(help="Another title.")] = "",
) -> None:
    """Write a report on an actor or a pair: figures, chronology, statements, commitments, ties, every line sourced."""
    from dateline.apps.dossier import FORMATS, Options, gather, write
    from dateline.store import Run

    if output.suffix.lower() not in FORMATS:
        raise UsageError(f"{output}: choose one of {', '.join(FORMATS)} as the file's ending")
    if len(words) not in (2, 3):
        raise UsageError("give one actor or two, then the run folder: dateline dossier RUS PHL runs/mine -o report.pdf")
    if link and not link.startswith(("http://", "https://")):
        raise UsageError(f"{link!r} is no address of a workbench; it begins with http://")
    days = {"since": since, "until": until, "as_of": as_of}
    options = Options(link=link, title=title, **{name: day.date() for name, day in days.items() if day})
    made = gather(Run.open(words[-1]), words[:-1], options=options)
    write(made, output)
    events = len(made.lines) + len(made.undated)
    typer.echo(f"{events} events from {len(made.sources)} reports in {output}", err=True)
