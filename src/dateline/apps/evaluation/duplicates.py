"""Suite `duplicates`: stories with the group of copies and versions that each belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dateline.apps.evaluation.incidents import b_cubed, intervals_of_groups, whole_stories
from dateline.apps.evaluation.metrics import Tally, harmonic
from dateline.apps.evaluation.rows import Row
from dateline.apps.evaluation.system import System
from dateline.dedup import group_stories
from dateline.model import CodedStory
from dateline.store.rows import story_row

Labelled = tuple[str, str]


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Group the stories and compare every pair with the hand-made groups; nothing is coded.

    Args:
        rows: Stories: `id`, `published`, `text` and `group`.
        system: Not used; suites share one form.

    Returns:
        `pair_precision`, `pair_recall` and `pair_f1` over pairs of stories that share a group, `b3_f1`, `n`, counts and
        intervals.
    """
    del system
    found = group_stories([story_row(CodedStory(story=story)) for story in whole_stories(rows)])
    labelled = [(row["group"], fact.group) for row, fact in zip(rows, found.values(), strict=True)]
    return {
        **figures(labelled),
        "n": len(rows),
        "classes": {"groups": len({gold for gold, _ in labelled}), "pairs": _pairs(Counter(g for g, _ in labelled))},
        "intervals": intervals_of_groups(labelled, figures),
        "kinds": dict(Counter(fact.kind for fact in found.values())),
    }


def figures(labelled: Sequence[Labelled]) -> dict[str, float]:
    """Return the suite's figures of stories given as (gold group, system group).

    Example:
        >>> figures([("a", "1"), ("a", "1"), ("b", "1")])["pair_recall"]
        1.0
    """
    both, gold, system = Counter(labelled), Counter(g for g, _ in labelled), Counter(s for _, s in labelled)
    tally = Tally(_pairs(both), _pairs(system), _pairs(gold))
    return {
        "pair_precision": tally.precision,
        "pair_recall": tally.recall,
        "pair_f1": tally.f1,
        "b3_f1": harmonic(*b_cubed(labelled)),
    }


def _pairs(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())
