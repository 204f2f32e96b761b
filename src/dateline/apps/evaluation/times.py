"""Suite `times`: TIMEX3 spans, types and values of stories with a document creation time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.apps.evaluation.metrics import Tally, intervals
from dateline.apps.evaluation.rows import Row, sentence_story
from dateline.apps.evaluation.system import System
from dateline.model import Timex
from dateline.resolve.times.timex import find_timexes


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts of one story for the three figures."""

    relaxed: Tally
    strict: Tally
    value: Tally


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Find the time expressions of every story and compare them with the gold ones.

    Returns:
        `relaxed_f1` (any overlap, one to one), `strict_f1` (equal offsets), `value_f1` (overlap and an equal value),
        `n`, counts and intervals.
    """
    stories = [sentence_story(row["id"], row["text"], row.get("dct")) for row in rows]
    outcomes = [judge(row, find_timexes(parsed)) for row, parsed in zip(rows, system.parsed(stories), strict=True)]
    return {
        **figures(outcomes),
        "n": len(rows),
        "classes": {"gold": sum(o.relaxed.gold for o in outcomes), "found": sum(o.relaxed.system for o in outcomes)},
        "intervals": intervals(outcomes, figures),
    }


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Add up story outcomes."""
    return {
        "relaxed_f1": sum((o.relaxed for o in outcomes), Tally()).f1,
        "strict_f1": sum((o.strict for o in outcomes), Tally()).f1,
        "value_f1": sum((o.value for o in outcomes), Tally()).f1,
    }


def judge(row: Row, found: Sequence[Timex]) -> Outcome:
    """Pair found with gold expressions that they overlap, in text order, each once."""
    left = list(found)
    relaxed = strict = value = 0
    for gold in row["timexes"]:
        hit = next((t for t in left if t.span.start < gold["end"] and gold["start"] < t.span.end), None)
        if hit is None:
            continue
        left.remove(hit)
        relaxed += 1
        strict += (hit.span.start, hit.span.end) == (gold["start"], gold["end"])
        value += hit.value == gold["value"]
    n, m = len(found), len(row["timexes"])
    return Outcome(Tally(relaxed, n, m), Tally(strict, n, m), Tally(value, n, m))
