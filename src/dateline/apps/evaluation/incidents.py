"""Suite `incidents`: stories with mentions of events, linked by hand across stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from dateline.apps.evaluation.metrics import harmonic, intervals
from dateline.apps.evaluation.rows import Row
from dateline.apps.evaluation.system import System
from dateline.dedup import IncidentLinker, link_rows
from dateline.model import CodedStory, EvidenceKind, Story, UsageError
from dateline.readers import read_record
from dateline.store import TABLES, Rows, rows_of

_SPANS = (EvidenceKind.TRIGGER, EvidenceKind.CLAUSE)


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Code the stories, join their events, and compare the joins with the hand-made groups.

    Args:
        rows: Stories: `id`, `published`, `text`, and `events`, each with `start`, `end` and `group`.
        system: The stages.

    Returns:
        B-cubed `b3_precision`, `b3_recall` and `b3_f1` over mentions that were coded; `b3_f1_all`, where each mention
        that was not coded stands alone; `coded`, the share that was coded; `n`, counts and intervals.
    """
    coded = list(system.coded(whole_stories(rows)))
    joined = join(coded)
    mentions = [
        (mention["group"], _incident(mention, story, joined))
        for row, story in zip(rows, coded, strict=True)
        for mention in row["events"]
    ]
    return {
        **figures(mentions),
        "n": len(rows),
        "classes": _classes(mentions),
        "intervals": intervals_of_groups(mentions, figures),
    }


def join(coded: Iterable[CodedStory]) -> dict[str, str]:
    """Return the incident of every event, as a run joins them."""
    linker, joined = IncidentLinker(), {}
    for story in coded:
        rows: Rows = {name: rows_of(story).get(name, []) for name in TABLES}
        links = link_rows(linker, rows)
        joined.update({e["event_id"]: link.incident for e, link in zip(rows["events"], links, strict=True)})
    return joined


def figures(mentions: Sequence[tuple[str, str | None]]) -> dict[str, float]:
    """Return B-cubed figures of mentions given as (gold group, system incident or None)."""
    found = [(gold, system) for gold, system in mentions if system is not None]
    alone = [(gold, system or f"missed {n}") for n, (gold, system) in enumerate(mentions)]
    precision, recall = b_cubed(found)
    return {
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": harmonic(precision, recall),
        "b3_f1_all": harmonic(*b_cubed(alone)),
        "coded": len(found) / len(mentions) if mentions else 0.0,
    }


def b_cubed(mentions: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return B-cubed precision and recall of (gold, system) labels, each 0 to 1.

    Example:
        >>> b_cubed([("a", "1"), ("a", "1"), ("b", "1")])
        (0.5555555555555556, 1.0)
    """
    if not mentions:
        return 0.0, 0.0
    both, gold, system = Counter(mentions), Counter(g for g, _ in mentions), Counter(s for _, s in mentions)
    precision = sum(count * count / system[pair[1]] for pair, count in both.items()) / len(mentions)
    recall = sum(count * count / gold[pair[0]] for pair, count in both.items()) / len(mentions)
    return precision, recall


def intervals_of_groups(
    labelled: Sequence[tuple[str, Any]], figures: Callable[[Sequence[tuple[str, Any]]], dict[str, float]]
) -> dict[str, list[float]]:
    """Return bootstrap intervals, resampling gold groups; a group that is drawn twice counts as two."""
    groups: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    for pair in labelled:
        groups[pair[0]].append(pair)

    def again(chosen: Sequence[list[tuple[str, Any]]]) -> dict[str, float]:
        drawn: Counter[str] = Counter()
        found = []
        for group in chosen:
            turn = drawn[group[0][0]]
            drawn[group[0][0]] += 1
            found += [(f"{turn} {gold}", None if system is None else f"{turn} {system}") for gold, system in group]
        return figures(found)

    return intervals(list(groups.values()), again)


def whole_stories(rows: Sequence[Row]) -> list[Story]:
    """Return the stories of labelled rows, read as a run reads them.

    Raises:
        UsageError: A row is no story.
    """
    found = []
    for row in rows:
        story = read_record(row)
        if not isinstance(story, Story):
            raise UsageError(f"{row.get('id')}: {story.reason}")
        found.append(story)
    return found


def _incident(mention: Row, story: CodedStory, joined: Mapping[str, str]) -> str | None:
    """Return the incident of the event that shares most characters with a mention, triggers before clauses."""
    best: tuple[int, int, str] | None = None
    for event in story.events:
        for evidence in event.evidence:
            common = min(evidence.span.end, mention["end"]) - max(evidence.span.start, mention["start"])
            if evidence.kind in _SPANS and common > 0:
                rank = (evidence.kind is EvidenceKind.TRIGGER and event.content_of is None, common, event.id)
                best = max(best, rank) if best else rank
    return joined[best[2]] if best else None


def _classes(mentions: Sequence[tuple[str, str | None]]) -> dict[str, int]:
    groups: dict[str, int] = defaultdict(int)
    for gold, _ in mentions:
        groups[gold] += 1
    return {
        "mentions": len(mentions),
        "groups": len(groups),
        "groups_of_two_or_more": sum(size > 1 for size in groups.values()),
    }
