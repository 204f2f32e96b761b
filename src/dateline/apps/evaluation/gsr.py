"""Suite `gsr`: sentences with one gold event each, its type, actors and recipients."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.apps.evaluation.metrics import Tally, intervals
from dateline.apps.evaluation.rows import Row, sentence_story
from dateline.apps.evaluation.system import System
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import CodedStory, Event, codes_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one row contributes to the figures."""

    type_found: bool
    types: Tally
    dyads: Tally
    sectors: Tally


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Code every sentence and compare it with its gold event.

    Returns:
        `type_recall` (a coded event of the row has the gold type), `type_precision` (coded events with the
        gold type), `dyad_f1` (type and both sets of countries right), `sector_accuracy` (over gold participants
        with a sector that a participant of an event of the right type overlaps), `sector_recall` (over all gold
        participants with a sector), `n`, counts and intervals.
    """
    stories = [sentence_story(row["id"], row["text"]) for row in rows]
    outcomes = [judge(row, coded) for row, coded in zip(rows, system.coded(stories), strict=True)]
    return {
        **figures(outcomes),
        "n": len(rows),
        "classes": _by_class(rows, outcomes),
        "intervals": intervals(outcomes, figures),
    }


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Add up row outcomes to the suite's figures."""
    types = sum((o.types for o in outcomes), Tally())
    sectors = sum((o.sectors for o in outcomes), Tally())
    return {
        "type_recall": sum(o.type_found for o in outcomes) / len(outcomes) if outcomes else 0.0,
        "type_precision": types.precision,
        "dyad_f1": sum((o.dyads for o in outcomes), Tally()).f1,
        "sector_accuracy": sectors.precision,
        "sector_recall": sectors.recall,
    }


def judge(row: Row, coded: CodedStory) -> Outcome:
    """Compare the coded events of one sentence with its gold event."""
    events = [event for event in coded.events if event.content_of is None]
    right = [event for event in events if event.type == row["event"]]
    gold = (_gold_countries(row["source"]), _gold_countries(row["target"]))
    dyads = sum((_folded(codes_of(e.actors)), _folded(codes_of(e.recipients))) == gold for e in right)
    return Outcome(
        type_found=bool(right),
        types=Tally(len(right), len(events), 1),
        dyads=Tally(min(dyads, 1), len(events), 1),
        sectors=_sectors(row, right),
    )


def _gold_countries(entries: Sequence[Row]) -> frozenset[str]:
    codes = (entry.get("country") or _international(entry.get("code")) for entry in entries)
    return frozenset(code for code in codes if code)


def _folded(codes: frozenset[str]) -> frozenset[str]:
    """Fold international codes into one: the set's key knows no finer ones."""
    return frozenset("IGO" if code in INTERNATIONAL else code for code in codes)


def _international(code: str | None) -> str | None:
    return "IGO" if code in INTERNATIONAL else None


def base_sector(code: str | None) -> str | None:
    """Return the sector of a gold code: `CVLtur` is CVL with an ethnic suffix, `CIV` an old name, `***` no sector.

    Example:
        >>> base_sector("REBsna"), base_sector("CIVsrp"), base_sector("***")
        ('REB', 'CVL', None)
    """
    first = (code or "")[:3]
    return {"CIV": "CVL", "***": None, "": None}.get(first, first)


def _sectors(row: Row, events: Sequence[Event]) -> Tally:
    total = Tally()
    found = [p for event in events for p in (*event.actors, *event.recipients)]
    for entry in (*row["source"], *row["target"]):
        sector = base_sector(entry.get("sector"))
        if sector is None or entry.get("start") is None:
            continue
        near = [p for p in found if p.span.start < entry["end"] and entry["start"] < p.span.end]
        total += Tally(int(any(sector in p.resolution.sectors for p in near)), int(bool(near)), 1)
    return total


def _by_class(rows: Sequence[Row], outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    counts = Counter(row["event"] for row in rows)
    return {
        label: {"n": n, **figures([o for row, o in zip(rows, outcomes, strict=True) if row["event"] == label])}
        for label, n in sorted(counts.items())
    }
