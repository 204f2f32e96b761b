"""`dateline show RUN [--story ID]`: a story with its evidence highlighted and each code explained."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from dateline.apps.cli.export import visible
from dateline.model import UsageError
from dateline.store import Run

Row = dict[str, Any]
_STYLES = {
    "trigger": "bold yellow",
    "actor": "cyan",
    "recipient": "magenta",
    "date": "green",
    "place": "blue",
    "status": "red",
    "casualty": "bold red",
    "speech": "underline",
}


def show_command(
    run: Annotated[Path, typer.Argument(help="The run folder.", show_default=False)],
    story: Annotated[str | None, typer.Option(help="The story's id or file; the first story when left out.")] = None,
) -> None:
    """Show a story with its evidence highlighted and each code explained."""
    source = Run.open(run)
    row = _find(source, story)
    chosen = row["story_id"]
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    _head(console, row)
    evidence = _of(source, "evidence", chosen)
    _text(console, row["text"], evidence)
    _events(console, _of(source, "events", chosen), _of(source, "event_actors", chosen))
    _statements(console, _of(source, "statements", chosen))
    _ties(console, _of(source, "ties", chosen))


def _find(run: Run, story: str | None) -> Row:
    rows = run.rows("stories")
    if not rows:
        raise UsageError(f"{run.folder} holds no stories; `dateline events {run.folder} --table rejected` says why")
    if story is None:
        if len(rows) > 1:
            typer.echo(f"the first of {len(rows)} stories; choose another with --story ID", err=True)
        return rows[0]
    for row in rows:
        if story in {row["story_id"], row["origin"], Path(row["origin"]).name, Path(row["origin"]).stem}:
            return row
    ids = ", ".join(row["story_id"] for row in rows[:5])
    raise UsageError(f"there is no story {story!r} in {run.folder}; it holds {ids}{' ...' if len(rows) > 5 else ''}")


def _of(run: Run, table: str, story: str) -> list[Row]:
    return [row for row in run.rows(table) if row["story_id"] == story]


def _head(console: Console, story: Row) -> None:
    console.print(Text(visible(f"{story['story_id']}  {story['headline'] or ''}"), style="bold"))
    place = f"dateline {story['dateline_place']}" if story["dateline_place"] else None
    facts = [story["agency"], story["publisher"], place, story["day"] or "no date", story["origin"]]
    console.print(Text(visible("  ".join(str(fact) for fact in facts if fact)), style="dim"))
    if story["status"] != "usable":
        console.print(Text(f"status: {story['status']}", style="bold red"))
    if story["withdrawn"]:
        console.print(Text(visible(story["withdrawn"]), style="bold red"))
    if story["dup_kind"] != "original":
        console.print(Text(f"{story['dup_kind']} of {story['dup_group']}", style="dim"))
    if story["notes"]:
        console.print(Text(visible(f"notes: {story['notes']}"), style="dim"))
    legend = Text("evidence: ")
    for kind, style in _STYLES.items():
        legend.append(kind, style=style).append(" ")
    console.print(legend, "")


def _text(console: Console, text: str, evidence: list[Row]) -> None:
    shown = Text(text)
    for row in evidence:
        if row["kind"] in _STYLES:
            shown.stylize(_STYLES[row["kind"]], row["start"], row["end"])
    console.print(shown)
    console.print()


def _events(console: Console, events: list[Row], actors: list[Row]) -> None:
    by_event: dict[str, list[Row]] = defaultdict(list)
    for row in actors:
        by_event[row["event_id"]].append(row)
    numbers = {event["event_id"]: number for number, event in enumerate(events, start=1)}
    console.print(Text(f"{len(events)} events", style="bold underline"))
    for event in events:
        for line, style in _event_lines(event, by_event[event["event_id"]], numbers):
            console.print(Text(visible(line), style=style))


def _event_lines(event: Row, actors: list[Row], numbers: dict[str, int]) -> list[tuple[str, str]]:
    mode = f"/{event['modes'].replace(';', '+')}" if event["modes"] else ""
    inside = f"  (what event {numbers[event['content_of']]} is about)" if event["content_of"] in numbers else ""
    score = f"PLOVER score {event['plover_score']:+g}"
    number = numbers[event["event_id"]]
    head = f"{number}. {event['type']}{mode}  CAMEO {event['cameo']}  {score}  {event['status']}{inside}"
    lines = [(head, "bold"), (f"   words:     {event['text']}", "")]
    for row in actors:
        if row["side"] != "speaker":
            lines.append((f"   {row['side'] + ':':<10} {_party(row)}", ""))
    lines.append((f"   date:      {event['date'] or 'unknown'} ({event['date_reason']})", ""))
    if event["place"]:
        country = f", {event['place_country']}" if event["place_country"] else ""
        lines.append((f"   place:     {event['place']}{country} ({event['place_reason'] or 'in the clause'})", ""))
    for name in ("dead", "injured", "arrested", "size"):
        if event[f"{name}_text"]:
            lines.append((f"   {name + ':':<10} {_numbers(event, name)} ({event[f'{name}_text']})", ""))
    if event["contexts"]:
        lines.append((f"   contexts:  {event['contexts'].replace(';', ', ')}", ""))
    if event["said_by_chain"]:
        lines.append((f"   said by:   {event['said_by_chain']} ({event['speech_act']})", ""))
    lines.append((f"   why:       {event['why']}; confidence {event['confidence']:.2f}", "dim"))
    return lines


def _numbers(event: Row, name: str) -> str:
    low, high = event[f"{name}_low"], event[f"{name}_high"]
    return f"{low}" if low == high else f"{low} or more" if high is None else f"{low} to {high}"


def _party(row: Row) -> str:
    code = " ".join(part for part in (row["countries"] or row["country"], row["sectors"]) if part)
    role = f", {row['role']}" if row["role"] else ""
    stale = " (role not confirmed for that day)" if row["stale"] else ""
    return f"{row['name']}{role} [{code or 'no code'}] from {row['text']!r}: {row['rule']}{stale}"


def _statements(console: Console, statements: list[Row]) -> None:
    console.print(Text(f"\n{len(statements)} statements", style="bold underline"))
    for row in statements:
        to = f" to {row['addressee']}" if row["addressee"] else ""
        line = f"   {row['speaker'] or 'nobody named'} {row['act']}{to} ({row['kind']}): {row['content']}"
        console.print(Text(visible(line)))


def _ties(console: Console, ties: list[Row]) -> None:
    if ties:
        console.print(Text(f"\n{len(ties)} ties", style="bold underline"))
    for row in ties:
        since = f" since {row['since']}" if row["since"] else ""
        until = f" until {row['until']}" if row["until"] else ""
        line = f"   {row['kind']}: {row['countries']}{since}{until}, as of {row['as_of'] or 'no date'}: {row['text']}"
        console.print(Text(visible(line)))
