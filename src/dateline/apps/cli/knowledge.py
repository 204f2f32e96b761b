"""`dateline knowledge who | add | refresh | add-geonames`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.knowledge.petrarch import Problem
from dateline.model import Resolution, Segment, SegmentKind, Story, UsageError

# Bad lines shown one by one; a wrong file would else fill the screen.
SHOWN = 200

app = typer.Typer(help="Ask the base of actors, and add your own.", no_args_is_help=True)


@app.command("who")
def who(
    name: Annotated[str, typer.Argument(help="A name or description, as a report writes it.")],
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day; today's roles if left out.")
    ] = None,
    knowledge: Annotated[Path | None, typer.Option(help="Another base, as `knowledge add` writes it.")] = None,
) -> None:
    """Explain who a name is on a day, and why."""
    from dateline.knowledge.base import KnowledgeBase
    from dateline.language import Parser
    from dateline.resolve import Resolver

    base = KnowledgeBase.open(knowledge)
    segment = Segment(kind=SegmentKind.PARAGRAPH, start=0, end=len(name))
    story = Story(id="who", text=name, published=on or datetime.now(), date_source="field", segments=(segment,))
    found = Resolver(base).resolve_actor(Parser.load().parse(story))
    _print_resolution(name, found)
    day = (on or datetime.now()).date()
    for entity in base.lookup(name)[:8]:
        roles = base.roles_of(entity.id) if entity.kind.value == "person" else ()
        typer.echo(f"{entity.name} [{entity.id}] {entity.kind.value} {entity.country or ''} {','.join(entity.sectors)}")
        for role in roles:
            holds = (role.since is None or role.since <= day) and (role.until is None or day <= role.until)
            stale = f", end unknown after {role.stale_after}" if role.stale_after and not role.until else ""
            period = f"{role.since or '?'} to {role.until or 'open'}{stale}"
            typer.echo(f"  {'*' if holds else ' '} {role.title} ({role.country}; {period}) from {role.origin}")


def _print_resolution(name: str, found: Resolution | None) -> None:
    if found is None:
        typer.echo(f"{name!r}: nobody that the base knows, and no description of an actor")
        return
    code = " ".join(filter(None, [found.country, ",".join(found.sectors)]))
    typer.echo(f"{name!r}: {found.name} [{code or 'no code'}] by {found.rule}, score {found.score}")
    if found.role:
        typer.echo(f"  as {found.role.title}, {found.role.since or '?'} to {found.role.until or 'open'}")
    if found.stale and found.role:
        typer.echo(f"  stale: no source confirms the post after {found.role.stale_after}; it may have ended since")
    if found.runner_up:
        typer.echo(f"  runner-up: {found.runner_up}")


@app.command("add")
def add(
    files: Annotated[list[Path], typer.Argument(help="CSV or TOML actors; PETRARCH actors, agents, verbs.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The base to write.")],
    knowledge: Annotated[Path | None, typer.Option(help="The base to start from; the shipped one if left out.")] = None,
) -> None:
    """Write a base that knows your actors, agent nouns and verbs too; use it with `dateline code --knowledge FILE`.

    What a dictionary holds is seen by its lines: `[~GOV]` marks agents, `--- SIGN [057] ---` verbs.
    """
    from dateline.knowledge.codebook import data_folder
    from dateline.knowledge.extend import extend_base

    shipped = data_folder() / "base.sqlite"
    _check(files, output, shipped)
    done = extend_base(knowledge or shipped, files, output)
    _report(done.problems)
    parts = f" ({done.agents} agents, {done.frames} verb patterns)" if done.agents or done.frames else ""
    typer.echo(f"{done.added} entries added to {output}{parts}; code with --knowledge {output}", err=True)
    if done.problems:
        raise typer.Exit(1)


@app.command("refresh")
def refresh(
    files: Annotated[list[Path], typer.Argument(help="Results of the queries in docs/actors.md, or a JSON dump.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The base to write.")],
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Day of the export; the file's own if left out.")
    ] = None,
    knowledge: Annotated[Path | None, typer.Option(help="The base to start from; the shipped one if left out.")] = None,
) -> None:
    """Bring office-holders up to date from Wikidata files on disk; use it with `dateline code --knowledge FILE`."""
    from dateline.knowledge.codebook import data_folder
    from dateline.knowledge.refresh import refresh_base

    shipped = data_folder() / "base.sqlite"
    _check(files, output, shipped)
    day = (as_of or datetime.fromtimestamp(min(file.stat().st_mtime for file in files))).date()
    done = refresh_base(knowledge or shipped, files, output, as_of=day)
    _report(done.problems)
    typer.echo(
        f"{done.people} people and {done.added} spells added, {done.closed} ends found, "
        f"{done.confirmed} open ends confirmed to {day}, {done.passed} statements passed over; "
        f"code with --knowledge {output}",
        err=True,
    )
    if done.problems:
        raise typer.Exit(1)


@app.command("add-geonames")
def add_places(
    dumps: Annotated[list[Path], typer.Argument(help="allCountries.txt or one country's dump; also gzipped.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The gazetteer to write.")],
    features: Annotated[str | None, typer.Option(help="Pattern of class.code, for instance 'P|A.ADM'.")] = None,
    gazetteer: Annotated[Path | None, typer.Option(help="The one to start from; the shipped if left out.")] = None,
) -> None:
    """Add the places of a GeoNames dump; use it with `dateline code --gazetteer FILE`."""
    from dateline.knowledge.codebook import data_folder
    from dateline.knowledge.geonames import FEATURES, add_geonames

    shipped = data_folder() / "places.sqlite"
    _check(dumps, output, shipped)
    done = add_geonames(gazetteer or shipped, dumps, output, features=features or FEATURES)
    _report(done.problems)
    typer.echo(
        f"{done.new} places added, {done.updated} brought up to date in {output}; code with --gazetteer {output}",
        err=True,
    )
    if done.problems:
        raise typer.Exit(1)


def _check(files: list[Path], output: Path, shipped: Path) -> None:
    if output.resolve() == shipped.resolve():
        raise UsageError("the shipped base is not to be changed; give another file with --output")
    for file in files:
        if not file.is_file():
            raise UsageError(f"{file}: no such file")


def _report(problems: Sequence[Problem]) -> None:
    for problem in problems[:SHOWN]:
        typer.echo(f"{problem.path}:{problem.line}: skipped: {problem.reason} ({problem.text.strip()[:60]})", err=True)
    if len(problems) > SHOWN:
        typer.echo(f"and {len(problems) - SHOWN} more lines skipped", err=True)
