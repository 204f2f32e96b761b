"""`dateline ties RUN`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.apps.cli.listing import chosen_listing, print_records
from dateline.store import Run
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
    how = chosen_listing(output_format)
    day = on.date().isoformat() if on else None
    found = selected(tie_periods(Run.open(run)), kind=kind, party=party, on=day)
    print_records(found, TiePeriod, how, shown=SHOWN, title=f"{len(found)} standing relations")
