"""Groups stories that repeat one another: exact copies, cut copies, versions.

Candidates come from a hash of the body and from shared runs of words in it; containment of three-word shingles decides
(0.8 of the shorter story in the longer: a copy or version). Groups are stars around their first story, so that a chain
of small changes cannot join two different reports, and only stories at most three days apart are joined.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

WINDOW_DAYS = 3
CONTAINED = 0.8
SHINGLE = 3
# Shingles kept per story for finding candidates: those with the smallest hashes, a sample that copies share.
SKETCH = 12
# A shingle that very many stories have is furniture and joins nobody.
COMMON = 200
WORD = re.compile(r"\w+")
Group = tuple[str, int, bool]


@dataclass(frozen=True, slots=True)
class _Story:
    id: str
    day: date | None
    shingles: frozenset[int]


def group_stories(rows: Iterable[dict[str, Any]]) -> dict[str, Group]:
    """Return, by story id, the group's id (its first story's), the number of the version in it, and whether it is the first.

    Args:
        rows: Rows of the stories table, in order; `text`, `day` and `story_id` are read.
    """
    leaders: list[_Story] = []
    index: dict[int, list[int]] = {}
    sizes: Counter[str] = Counter()
    found: dict[str, Group] = {}
    for row in rows:
        story = _Story(row["story_id"], _day(row["day"]), _shingles(row["text"]))
        leader = _leader(story, leaders, index)
        if leader is None:
            leader = story
            for value in sorted(story.shingles)[:SKETCH]:
                index.setdefault(value, []).append(len(leaders))
            leaders.append(story)
        sizes[leader.id] += 1
        found.setdefault(story.id, (leader.id, sizes[leader.id], leader is story))
    return found


def _leader(story: _Story, leaders: list[_Story], index: dict[int, list[int]]) -> _Story | None:
    hits: Counter[int] = Counter()
    for value in sorted(story.shingles)[: 4 * SKETCH]:
        entries = index.get(value, ())
        if len(entries) <= COMMON:
            hits.update(entries)
    for number, _ in sorted(hits.items(), key=lambda item: (-item[1], item[0]))[:10]:
        if _near(story, leaders[number]) and _containment(story, leaders[number]) >= CONTAINED:
            return leaders[number]
    return None


def _near(a: _Story, b: _Story) -> bool:
    return a.day is None or b.day is None or abs((a.day - b.day).days) <= WINDOW_DAYS


def _containment(a: _Story, b: _Story) -> float:
    shorter = min(len(a.shingles), len(b.shingles))
    return len(a.shingles & b.shingles) / shorter if shorter else 0.0


def _shingles(text: str) -> frozenset[int]:
    words = WORD.findall(text.casefold())
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
