"""Suite `counts`: how many people a sentence says died, were injured, were held or came together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.apps.evaluation.metrics import Tally, intervals
from dateline.apps.evaluation.rows import Row, sentence_story
from dateline.apps.evaluation.system import System
from dateline.coding.numbers.tolls import Toll

Bounds = list[int | None]


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Read the numbers of the rows' sentences, each within its whole story, and compare bounds.

    Args:
        rows: `story`, its `text` and `published`, `start` and `end` of a sentence, and `counts`: for each of `dead`,
            `injured`, `arrested` and `size` that it gives, `[low, high]`; `high` is null where there is no bound.
        system: The stages.

    Returns:
        `count_precision`, `count_recall` and `count_f1` over (sentence, kind), both bounds equal; `n`, intervals.
    """
    stories = [sentence_story(row["story"], row["text"], row.get("published")) for row in rows]
    tallies = []
    for row, resolved in zip(rows, system.resolved(stories), strict=True):
        tolls = system.coder.reading(resolved).tolls.found()
        tallies.append(judge(row, [t for t in tolls if row["start"] <= t.token.start < row["end"]]))
    return {**figures(tallies), "n": len(rows), "intervals": intervals(tallies, figures)}


def judge(row: Row, tolls: Sequence[Toll]) -> Tally:
    """Compare the first number of each kind with the row's."""
    found: dict[str, Bounds] = {}
    for toll in tolls:
        found.setdefault(toll.kind, [toll.count.low, toll.count.high])
    right = sum(found.get(kind) == bounds for kind, bounds in row["counts"].items())
    return Tally(right, len(found), len(row["counts"]))


def figures(tallies: Sequence[Tally]) -> dict[str, float]:
    """Add up the sentences."""
    total = sum(tallies, Tally())
    return {"count_precision": total.precision, "count_recall": total.recall, "count_f1": total.f1}
