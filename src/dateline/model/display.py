"""Records as HTML, for notebooks: a story with its evidence marked, an event with what decided it.

No script and no style sheet; colours are tints that can be read on light and dark ground.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model.coded import CodedStory, Event, Evidence, Participant, Statement, Tie
    from dateline.model.story import Story

# Tints of the marks; where several kinds cover a letter, the first of these shows.
TINTS = {
    "trigger": "rgba(240, 180, 40, .55)",
    "actor": "rgba(70, 148, 207, .40)",
    "recipient": "rgba(160, 110, 200, .40)",
    "date": "rgba(0, 150, 110, .35)",
    "place": "rgba(110, 130, 150, .40)",
    "status": "rgba(200, 70, 40, .35)",
    "casualty": "rgba(200, 30, 30, .40)",
}
_CELL = 'style="text-align: left; vertical-align: top; padding: .2em .8em .2em 0"'


def story_html(story: Story) -> str:
    """Return a story's head and text."""
    return f'{_head(story)}<div style="white-space: pre-wrap">{escape(story.text)}</div>'


def coded_html(coded: CodedStory) -> str:
    """Return a coded story: head, text with evidence marked, and tables of what was found."""
    evidence = [piece for event in coded.events for piece in event.evidence]
    parts = [
        _head(coded.story),
        _legend(),
        f'<div style="white-space: pre-wrap">{marked(coded.story.text, evidence)}</div>',
        _table(
            "event", ("event", "who", "whom", "when", "status", "where", "said by", "why"), map(_event, coded.events)
        ),
        _table("statement", ("speaker", "act", "content"), (_statement(s, coded.story.text) for s in coded.statements)),
        _table("tie", ("tie", "parties", "since", "until", "as of"), map(_tie, coded.ties)),
    ]
    return "".join(parts)


def event_html(event: Event) -> str:
    """Return one event as a table of its fields, with the words that support each."""
    heads = ("event", "who", "whom", "when", "status", "where", "said by", "why")
    rows = [(head, cell) for head, cell in zip(heads, _event(event), strict=True) if cell]
    rows.append(("confidence", f"{event.confidence:.2f}"))
    rows += [(f"words: {piece.kind}", _words(piece)) for piece in event.evidence]
    body = "".join(f"<tr><th {_CELL}>{head}</th><td {_CELL}>{cell}</td></tr>" for head, cell in rows)
    return f"<table>{body}</table>"


def marked(text: str, evidence: Sequence[Evidence]) -> str:
    """Return a text as HTML with its evidence marked; a letter that several kinds cover shows the first of `TINTS`.

    Example:
        >>> marked("Peru <met> Chile", [])
        'Peru &lt;met&gt; Chile'
    """
    kinds: list[str] = [""] * len(text)
    for kind in reversed(TINTS):
        for piece in evidence:
            if piece.kind == kind:
                start, end = max(piece.span.start, 0), min(piece.span.end, len(text))
                kinds[start:end] = [kind] * (end - start)
    found = []
    for kind, letters in groupby(range(len(text)), key=kinds.__getitem__):
        positions = list(letters)
        words = escape(text[positions[0] : positions[-1] + 1])
        found.append(_mark(words, kind) if kind else words)
    return "".join(found)


def _mark(words: str, kind: str) -> str:
    return f'<mark title="{kind}" style="background: {TINTS[kind]}; color: inherit">{words}</mark>'


def _head(story: Story) -> str:
    day = story.published.date().isoformat() if story.published else "no date"
    facts = [story.agency, story.publisher, day, story.id]
    line = " · ".join(escape(str(fact)) for fact in facts if fact)
    headline = f"<strong>{escape(story.headline)}</strong><br>" if story.headline else ""
    return f"<p>{headline}<small>{line}</small></p>"


def _legend() -> str:
    return "<p><small>" + " ".join(_mark(kind, kind) for kind in TINTS) + "</small></p>"


def _table(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    kept = list(rows)
    if not kept:
        return f"<p><small>no {name}s</small></p>"
    head = "".join(f"<th {_CELL}>{word}</th>" for word in heads)
    body = "".join("<tr>" + "".join(f"<td {_CELL}>{cell}</td>" for cell in row) + "</tr>" for row in kept)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _event(event: Event) -> tuple[str, ...]:
    modes = f" ({escape(', '.join(event.modes))})" if event.modes else ""
    place = (event.place.place.name if event.place.place else event.place.text) if event.place else ""
    said = " ← ".join(escape(link.speaker.resolution.name) for link in event.said_by)
    why = "<br>".join(f"{escape(o.decider)}: {escape(o.says)} ({o.confidence:.2f})" for o in event.opinions)
    when = f'<span title="{escape(event.date.reason)}">{escape(event.date.value or "not known")}</span>'
    code = f"<strong>{escape(event.type)}</strong>{modes}<br><small>CAMEO {escape(event.cameo)}</small>"
    who, whom = _people(event.actors), _people(event.recipients)
    return code, who, whom, when, escape(event.status), escape(place), said, f"<small>{why}</small>"


def _people(people: Sequence[Participant]) -> str:
    return "<br>".join(_person(person) for person in people)


def _person(person: Participant) -> str:
    found = person.resolution
    codes = " ".join(part for part in (found.country, *found.sectors) if part)
    role = f", {escape(found.role.title)}" if found.role else ""
    return f'<span title="{escape(found.rule)}">{escape(found.name)}{role} <small>{escape(codes)}</small></span>'


def _statement(statement: Statement, text: str) -> tuple[str, ...]:
    who = _person(statement.source) if statement.source else "not named"
    said = " … ".join(text[span.start : span.end] for span in statement.content)
    return who, escape(statement.act), escape(said)


def _tie(tie: Tie) -> tuple[str, ...]:
    days = (escape(day or "") for day in (tie.since, tie.until, tie.as_of))
    return escape(tie.kind), _people(tie.parties), *days


def _words(piece: Evidence) -> str:
    rule = f" <small>{escape(piece.rule)}</small>" if piece.rule else ""
    return f"{escape(piece.text)} <small>{piece.span.start}–{piece.span.end}</small>{rule}"
