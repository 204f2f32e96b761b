"""Suite `deixis`: whom the first and second persons of quotations mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.apps.evaluation.metrics import Tally, intervals
from dateline.apps.evaluation.rows import Row, sentence_story
from dateline.apps.evaluation.system import System
from dateline.knowledge.normalise import name_key
from dateline.model import CodedStory, Resolution

CODE = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """One word: whether it was resolved, and whether rightly."""

    resolved: bool
    right: bool


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Resolve the words of the rows in their stories and compare whom they mean.

    Args:
        rows: `story`, its `text` and `published`, `start` and `end` of a word, `kind` (speaker, side, both, wide,
            generic) and `who`: country codes or names, any of which is right; for `both`, all of the codes; empty when
            it means nobody in particular.
        system: The stages.

    Returns:
        `resolved_right` (share of the resolved words that are right), `resolved` (share of all words that are
        resolved), `right` (share of all words resolved rightly), `n`, counts per kind and intervals.
    """
    wanted = [sentence_story(row["story"], row["text"], row.get("published")) for row in rows]
    outcomes = [judge(row, coded) for row, coded in zip(rows, system.coded(wanted), strict=True)]
    kinds = Counter(row["kind"] for row in rows)
    right = Counter(row["kind"] for row, outcome in zip(rows, outcomes, strict=True) if outcome.right)
    return {
        **figures(outcomes),
        "n": len(rows),
        "classes": {kind: {"n": kinds[kind], "right": right[kind]} for kind in sorted(kinds)},
        "intervals": intervals(outcomes, figures),
    }


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Add up the words' outcomes."""
    resolved, right = sum(o.resolved for o in outcomes), sum(o.right for o in outcomes)
    return {
        "resolved_right": Tally(right, resolved, len(outcomes)).precision,
        "resolved": Tally(resolved, 0, len(outcomes)).recall,
        "right": Tally(right, 0, len(outcomes)).recall,
    }


def judge(row: Row, coded: CodedStory) -> Outcome:
    """Say whether the word of a row is resolved, and to one of those that the row accepts."""
    assert coded.resolved is not None
    mention = next((m for m in coded.resolved.mentions if m.span.start == row["start"]), None)
    if mention is None or mention.resolution is None:
        return Outcome(resolved=False, right=False)
    return Outcome(resolved=True, right=fits(row, mention.resolution))


def fits(row: Row, resolution: Resolution) -> bool:
    """Say whether a resolution is somebody whom the row accepts.

    Example:
        >>> fits({"kind": "side", "who": ["NOR"]}, Resolution(name="Norway", country="NOR"))
        True
    """
    if row["kind"] == "both":
        return set(row["who"]) == set(resolution.countries)
    if resolution.countries:
        return False
    codes = {who for who in row["who"] if len(who) == CODE and who.isupper()}
    if resolution.country in codes:
        return True
    words = name_key(resolution.name).split()
    return any(_inside(name_key(who).split(), words) for who in row["who"])


def _inside(part: Sequence[str], whole: Sequence[str]) -> bool:
    return any(list(whole[i : i + len(part)]) == list(part) for i in range(len(whole) - len(part) + 1))
