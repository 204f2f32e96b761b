"""`dateline review plan | progress | agreement | log | import | export`."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from dateline.apps.review.agreement import agreement
from dateline.apps.review.exports import EXPORTS, Material
from dateline.apps.review.kept import bring_in, lines, read
from dateline.apps.review.log import ReviewLog
from dateline.apps.review.plans import KINDS, Candidate, draw
from dateline.model import UsageError
from dateline.store import Run, write_whole

app = typer.Typer(help="Plan reviews of a run, and use what reviewers said (reviewing itself: `dateline serve`).")
RunArgument = Annotated[Path, typer.Argument(help="The run folder.", show_default=False)]


@app.command("plan")
def plan_command(
    run: RunArgument,
    name: Annotated[str, typer.Option(help="Name of the plan.")],
    size: Annotated[int, typer.Option("--size", "-n", min=1, help="How many events.")] = 100,
    by: Annotated[str, typer.Option(help=f"{', '.join(KINDS)}.")] = "random",
    seed: Annotated[int, typer.Option(help="The same seed draws the same events.")] = 1,
    coder: Annotated[str | None, typer.Option(help="Your name; your login if left out.")] = None,
) -> None:
    """Draw events to review; open them at /review of `dateline serve`."""
    table = Run.open(run).to_arrow("events").select(["event_id", "type", "confidence"])
    candidates = [Candidate(**row) for row in table.to_pylist()]
    drawn = draw(candidates, name=name, coder=coder or getpass.getuser(), kind=by, size=size, seed=seed)
    ReviewLog(run).save_plan(drawn)
    typer.echo(f"plan {drawn.name}: {len(drawn.events)} events; {KINDS[by]}", err=True)


@app.command("progress")
def progress_command(run: RunArgument) -> None:
    """Print how far each coder is with each plan."""
    Run.open(run)
    log = ReviewLog(run)
    state = log.state()
    typer.echo(f"{len(state.verdicts())} events judged, {len(state.disputed())} disputed, {len(state.added)} added")
    for plan in log.plans():
        for coder in state.coders() or (plan.coder,):
            done = len(state.done_by(coder) & set(plan.events))
            typer.echo(f"{plan.name} ({plan.kind}, seed {plan.seed}): {coder} {done} of {len(plan.events)}")


@app.command("agreement")
def agreement_command(run: RunArgument) -> None:
    """Print Krippendorff's alpha and Cohen's kappa on events that several coders judged."""
    from rich.console import Console
    from rich.table import Table

    Run.open(run)
    found = agreement(ReviewLog(run).state())
    if not found:
        raise UsageError("no event was judged by two coders")
    table = Table(title=f"{found[0].events} events with two or more coders")
    for heading in ("question", "equal", "alpha", "kappa of two coders"):
        table.add_column(heading)
    for row in found:
        kappas = "; ".join(f"{a}, {b}: {_figure(k)} (n {n})" for (a, b), (k, n) in row.kappas.items())
        table.add_row(row.question, f"{row.share:.3f}", _figure(row.alpha), kappas)
    Console().print(table)


def _figure(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"


@app.command("log")
def log_command(
    run: RunArgument,
    words: Annotated[
        bool, typer.Option(help="Keep words of the stories; without them the log can be passed on.")
    ] = True,
) -> None:
    """Print the log as JSON Lines: plans and every row, also those that were undone."""
    for line in lines(Run.open(run), words=words):
        typer.echo(line)


@app.command("import")
def import_command(
    run: RunArgument,
    file: Annotated[Path, typer.Argument(help="A log as `review log` prints it.", show_default=False)],
) -> None:
    """Add the reviews of another log of the same run: those of a second coder, or a log that was kept."""
    found = bring_in(read(file), Run.open(run))
    for entry, why in found.refused:
        typer.echo(f"row {entry.seq}, {entry.action} of {entry.event_id} by {entry.coder}: {why}", err=True)
    typer.echo(f"{found.taken} rows taken, {found.known} known already, {len(found.refused)} refused", err=True)


@app.command("export")
def export_command(
    run: RunArgument,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")],
    to: Annotated[list[str] | None, typer.Option(help=f"{', '.join(EXPORTS)}; all when left out.")] = None,
) -> None:
    """Write reviews as a table, as entries for `knowledge add`, as frame examples, and as gold rows."""
    wanted = to or list(EXPORTS)
    for name in wanted:
        if name not in EXPORTS:
            raise UsageError(f"there is no export {name!r}; choose among {', '.join(EXPORTS)}")
    material = Material.of(Run.open(run), ReviewLog(run))
    for name in wanted:
        file, make = EXPORTS[name]
        write_whole(output / file, make(material).encode("utf-8"))
        typer.echo(str(output / file), err=True)
