"""`dateline show RUN [--story ID]`: a story with its evidence highlighted and each code explained."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.model import UsageError
from dateline.store import Run

Row = dict[str, Any]
STYLES = {"trigger": "bold yellow", "actor": "cyan", "recipient": "magenta", "date": "green", "place": "blue", "status": "red"}


def show_command(
    run: Annotated[Path, typer.Argument(help="The run folder.")],
    story: Annotated[str | None, typer.Option(help="The story's id; the first one when left out.")] = None,
) -> None:
    """Show a story with its evidence highlighted and each code explained."""
    from rich.console import Console

    source = Run.open(run)
    stories = {row["story_id"]: row for row in source.rows("stories")}
    if not stories:
        raise UsageError(f"{run} holds no stories")
    chosen = story or next(iter(stories))
    if chosen not in stories:
        raise UsageError(f"there is no story {chosen!r} in {run}; `dateline show {run}` shows the first one")
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    _head(console, stories[chosen])
    _text(console, stories[chosen], _of(source, "evidence", chosen))
    _events(console, _of(source, "events", chosen), _of(source, "event_actors", chosen))
    _statements(console, _of(source, "statements", chosen))
    _ties(console, _of(source, "ties", chosen))


def _of(run: Run, table: str, story: str) -> list[Row]:
    return [row for row in run.rows(table) if row["story_id"] == story]


def _head(console: Any, story: Row) -> None:
    from rich.text import Text

    console.print(Text(f"{story['story_id']}  {story['headline'] or ''}", style="bold"))
    facts = [story["agency"] or story["publisher"], story["dateline_place"], story["day"] or "no date"]
    console.print(Text("  ".join(str(f) for f in facts if f), style="dim"))


def _text(console: Any, story: Row, evidence: list[Row]) -> None:
    from rich.text import Text

    text = Text(story["text"])
    for row in evidence:
        if row["kind"] in STYLES:
            text.stylize(STYLES[row["kind"]], row["start"], row["end"])
    console.print(text)
    console.print()


def _events(console: Any, events: list[Row], actors: list[Row]) -> None:
    from rich.text import Text

    by_event: dict[str, list[Row]] = defaultdict(list)
    for row in actors:
        by_event[row["event_id"]].append(row)
    for number, event in enumerate(events, start=1):
        mode = f"/{event['modes']}" if event["modes"] else ""
        inside = "  (what the event above is about)" if event["content_of"] else ""
        line = f"{number}. {event['type']}{mode}  CAMEO {event['cameo']}  score {event['plover_score']:+g}  {event['status']}{inside}"
        console.print(Text(line, style="bold"))
        console.print(Text(f"   words:  {event['text']}"))
        for row in by_event[event["event_id"]]:
            console.print(Text(f"   {row['side']}: {_party(row)}"))
        console.print(Text(f"   date:   {event['date'] or 'unknown'} ({event['date_reason']})"))
        if event["place"]:
            console.print(Text(f"   place:  {event['place']}, {event['place_country']} ({event['place_reason']})"))
        if event["said_by_chain"]:
            console.print(Text(f"   said by: {event['said_by_chain']} ({event['speech_act']})"))
        console.print(Text(f"   why:    {event['why']}; confidence {event['confidence']:.2f}", style="dim"))


def _party(row: Row) -> str:
    code = " ".join(part for part in (row["countries"] or row["country"], row["sectors"]) if part)
    role = f", {row['role']}" if row["role"] else ""
    stale = " (role not confirmed for that day)" if row["stale"] else ""
    return f"{row['name']}{role} [{code or 'no code'}] from {row['text']!r}: {row['rule']}{stale}"


def _statements(console: Any, statements: list[Row]) -> None:
    from rich.text import Text

    for row in statements:
        to = f" to {row['addressee']}" if row["addressee"] else ""
        console.print(Text(f"“ {row['speaker'] or 'nobody named'} {row['act']}{to} ({row['kind']}): {row['content']}"))


def _ties(console: Any, ties: list[Row]) -> None:
    from rich.text import Text

    for row in ties:
        since = f" since {row['since']}" if row["since"] else ""
        console.print(Text(f"= {row['kind']}: {row['countries']}{since}, as of {row['as_of']}: {row['text']}"))
