"""`dateline commitments RUN`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.apps.cli.listing import chosen_listing, print_records
from dateline.model import UsageError
from dateline.store import Run
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
    how = chosen_listing(output_format)
    found = chosen(commitments(Run.open(run), as_of=as_of.date() if as_of else None), state=state, party=party)
    print_records(found, Commitment, how, shown=SHOWN, title=f"{len(found)} commitments")
