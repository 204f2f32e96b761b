"""Suite `mentions`: words of real stories, coded by reading, with the country and sectors of whom they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.apps.evaluation.metrics import intervals
from dateline.apps.evaluation.rows import Row
from dateline.apps.evaluation.system import System
from dateline.model import Mention, ResolvedStory, Story, UsageError
from dateline.readers.records import read_record


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out for one mention."""

    found: bool
    country: bool
    sector: bool


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Resolve the stories whole and look at the mentions of the set in them.

    Args:
        rows: `id` and `text` of a story, `start` and `end` of the mention's head in its text, `country` (a list; the
            first is the best, any is right), `sectors` (a list; any is right as the first sector, an empty word stands
            for none and `*` for any).
        system: The stages.

    Returns:
        `both` (country and sector right, end to end), `country`, `sector`, `found` (a mention with a resolution stands
        there), `n`, `wrong` (what was said of the mentions that are not right) and intervals.
    """
    texts = {row["id"]: row for row in rows}
    resolved = {done.parsed.story.id: done for done in system.resolved(_story(texts[key]) for key in sorted(texts))}
    found = [mention_at(resolved[row["id"]], row["start"], row["end"]) for row in rows]
    outcomes = [judge(row, mention) for row, mention in zip(rows, found, strict=True)]
    return {
        **figures(outcomes),
        "n": len(rows),
        "classes": {},
        "wrong": [
            _said(row, mention, resolved[row["id"]])
            for row, mention, outcome in zip(rows, found, outcomes, strict=True)
            if not (outcome.country and outcome.sector)
        ],
        "intervals": intervals(outcomes, figures),
    }


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Return the share of mentions that are right."""
    size = len(outcomes) or 1
    return {
        "both": sum(o.country and o.sector for o in outcomes) / size,
        "country": sum(o.country for o in outcomes) / size,
        "sector": sum(o.sector for o in outcomes) / size,
        "found": sum(o.found for o in outcomes) / size,
    }


def mention_at(resolved: ResolvedStory, start: int, end: int) -> Mention | None:
    """Return the mention that stands at characters `[start, end)`: one headed there, else the shortest around it."""
    tokens = resolved.parsed.tokens
    around = [m for m in resolved.mentions if m.span.start < end and start < m.span.end]
    headed = [m for m in around if tokens[m.head].start < end and start < tokens[m.head].end]
    return min(headed or around, key=lambda m: (m.resolution is None, m.last - m.first), default=None)


def judge(row: Row, mention: Mention | None) -> Outcome:
    """Compare one mention with its labels."""
    known = mention.resolution if mention else None
    if known is None:
        return Outcome(found=False, country=False, sector=False)
    codes = set(known.countries) or {known.country or ""}
    first = known.sectors[0] if known.sectors else ""
    return Outcome(
        found=True,
        country=bool(codes & set(row["country"])),
        sector="*" in row["sectors"] or first in row["sectors"],
    )


def _said(row: Row, mention: Mention | None, resolved: ResolvedStory) -> dict[str, Any]:
    known = mention.resolution if mention else None
    return {
        **row,
        "words": mention.span.of(resolved.parsed.story.text) if mention else "",
        "said": f"{known.country} {','.join(known.sectors)} ({known.name}; {known.rule})" if known else "nobody",
    }


def _story(row: Row) -> Story:
    story = read_record({key: row[key] for key in ("id", "text", "headline", "published") if key in row})
    if not isinstance(story, Story):
        raise UsageError(f"the story {row['id']} of the set cannot be read: {story.reason}")
    return story
