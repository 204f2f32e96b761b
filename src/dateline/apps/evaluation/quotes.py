"""Suite `quotes`: attributions with source, cue and content spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.apps.evaluation.metrics import Tally, intervals
from dateline.apps.evaluation.rows import Row, sentence_story
from dateline.apps.evaluation.system import System
from dateline.coding.speech.statements import find_statements
from dateline.model import Span, Statement

QUOTES = "\"“”'‘’`«»"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts of one story."""

    source: Tally
    cue: Tally
    content: Tally
    overlap: Tally
    linked: Tally


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Find the statements of every story and compare their parts with the gold attributions.

    The corpus counts quotation marks, a leading "that" and a quotation's own stop as content, a colon before a
    quotation as part of the cue, and the comma that closes an apposition as part of the source; spans are widened by
    these before they are compared.

    Returns:
        `source_f1`, `cue_f1`, `content_f1` (exact spans), `content_overlap_f1` (any overlap, one to one), `linked_f1`
        (overlapping content whose sources overlap), `n` and intervals.
    """
    stories = [sentence_story(row["id"], row["text"], row.get("date")) for row in rows]
    outcomes = [
        judge(row, find_statements(resolved)) for row, resolved in zip(rows, system.resolved(stories), strict=True)
    ]
    return {**figures(outcomes), "n": len(rows), "classes": {}, "intervals": intervals(outcomes, figures)}


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Add up story outcomes."""
    return {
        "source_f1": sum((o.source for o in outcomes), Tally()).f1,
        "cue_f1": sum((o.cue for o in outcomes), Tally()).f1,
        "content_f1": sum((o.content for o in outcomes), Tally()).f1,
        "content_overlap_f1": sum((o.overlap for o in outcomes), Tally()).f1,
        "linked_f1": sum((o.linked for o in outcomes), Tally()).f1,
    }


def judge(row: Row, statements: Sequence[Statement]) -> Outcome:
    """Compare the statements of one story with its gold attributions."""
    text = row["text"]
    sources = [_closed(text, s.source.span) for s in statements if s.source is not None]
    cues = [_with_colon(text, s.cue) for s in statements if s.cue is not None]
    contents = [widen(text, span) for s in statements for span in s.content]
    gold = row["attributions"]
    return Outcome(
        source=_exact(sources, _spans(gold, "source")),
        cue=_exact(cues, _spans(gold, "cue")),
        content=_exact(contents, _spans(gold, "content")),
        overlap=_overlap(contents, _spans(gold, "content")),
        linked=_linked(statements, gold),
    )


def widen(text: str, span: Span) -> Span:
    """Extend a content span by what the corpus counts as content: marks, "that", the stop inside the marks."""
    start, end = span.start, span.end
    if text[max(0, start - 5) : start].lower() == "that ":
        start -= 5
    if start > 0 and text[start - 1] in QUOTES:
        start -= 1
        while end < len(text) and text[end] in ".,!?" + QUOTES:
            end += 1
    elif end < len(text) and text[end] in QUOTES:
        end += 1
    return Span(start, end)


def _closed(text: str, source: Span) -> Span:
    """Extend a source by the comma after its apposition: "Ann Lee, head of the union,"."""
    opened = "," in source.of(text) and text[source.end : source.end + 1] == ","
    return Span(source.start, source.end + 1) if opened else source


def _with_colon(text: str, cue: Span) -> Span:
    return Span(cue.start, cue.end + 1) if text[cue.end : cue.end + 1] == ":" else cue


def _spans(gold: Sequence[Row], part: str) -> list[Span]:
    return [Span(s["start"], s["end"]) for entry in gold for s in entry[part]]


def _exact(found: Sequence[Span], gold: Sequence[Span]) -> Tally:
    a, b = set(found), set(gold)
    return Tally(len(a & b), len(a), len(b))


def _overlap(found: Sequence[Span], gold: Sequence[Span]) -> Tally:
    left = list(dict.fromkeys(found))
    count = len(left)
    correct = 0
    unique = list(dict.fromkeys(gold))
    for span in unique:
        hit = max(
            (s for s in left if s.overlaps(span)),
            key=lambda s: min(s.end, span.end) - max(s.start, span.start),
            default=None,
        )
        if hit is not None:
            left.remove(hit)
            correct += 1
    return Tally(correct, count, len(unique))


def _linked(statements: Sequence[Statement], gold: Sequence[Row]) -> Tally:
    left = [s for s in statements if s.source is not None]
    count = len(left)
    entries = [entry for entry in gold if entry["source"] and entry["content"]]
    correct = 0
    for entry in entries:
        contents, sources = _spans([entry], "content"), _spans([entry], "source")
        hit = next(
            (s for s in left if _meets(s.content, contents) and s.source and _meets((s.source.span,), sources)), None
        )
        if hit is not None:
            left.remove(hit)
            correct += 1
    return Tally(correct, count, len(entries))


def _meets(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(x.overlaps(y) for x in a for y in b)
