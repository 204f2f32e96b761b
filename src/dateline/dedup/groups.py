"""Copies and versions of one report, grouped; nothing is deleted.

Exact copies meet by a hash of their words, others by shared MinHash bands of the body and of its lead (wires cut copy
from the end, so that a cut copy shares little with the whole by Jaccard's measure); the share of the shorter text's
three-word runs that stands in the longer decides. Thresholds and window follow docs/decisions and the tests.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from dateline.dedup.facts import as_day
from dateline.dedup.shingles import bands, containment, figures, shingles, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Shares of the shorter text: a cut copy keeps all of its words, a rewritten update about half of them.
COPY, VERSION = 0.8, 0.5
WINDOW_DAYS = 3
# Wires cut copy from the end, so the lead is also compared alone.
_LEAD_WORDS = 60
# A shorter text (a results table's header, a teaser) shares its few runs with too many others.
_LEAST_WORDS = 12
# Reports by template (markets, weather, results) share most words and hardly a figure: where both have so many figures,
# copies have at least this share of them in common.
_FEW_FIGURES, _FIGURES = 3, 0.5
# First reports that one band is compared with; stock phrases fill a band, true copies stand among the latest.
_BUCKET = 20


@dataclass(frozen=True, slots=True)
class DupFact:
    """Where a story stands: the id of its group's first story, and `original`, `copy` or `version`.

    `version` is its number in the group, from 1.
    """

    group: str
    kind: str
    version: int = 1

    @property
    def is_canonical(self) -> bool:
        """Whether the story speaks for its group."""
        return self.kind == "original"


@dataclass(slots=True)
class _First:
    id: str
    day: date | None
    shingles: NDArray[np.uint64]
    figures: frozenset[str]


@dataclass(slots=True)
class StoryGroups:
    """Groups stories in one pass; each is compared only with the first reports that share a MinHash band.

    Groups are stars, not chains: a story joins the group whose first report it repeats, never that of a repeat. The
    work a story takes does not grow with the number of stories.

    Example:
        >>> from datetime import date
        >>> groups = StoryGroups()
        >>> text = "The ministers of both states met on Monday and signed a pact on trade, water and the border."
        >>> groups.add("a", date(2019, 5, 6), text).kind, groups.add("b", date(2019, 5, 7), text.upper()).group
        ('original', 'a')
    """

    _firsts: list[_First] = field(default_factory=list)
    # Hardly a band is met again, so that a lone number stands for itself: lists would take thrice the room.
    _buckets: dict[int, int | list[int]] = field(default_factory=dict)
    _exact: dict[bytes, int] = field(default_factory=dict)
    _sizes: Counter[str] = field(default_factory=Counter)

    def add(self, story_id: str, day: date | None, text: str) -> DupFact:
        """Place a story.

        Args:
            story_id: Its id.
            day: Its day; stories more than three days apart are never joined, undated ones may always be.
            text: Its body without dateline, headline and furniture.
        """
        tokens, own = words(text), figures(text)
        found = shingles(tokens)
        digest = hashlib.sha256(" ".join(tokens).encode()).digest()[:12]
        keys = _keys(tokens, found)
        first, kind = self._find(_First(story_id, day, found, own), digest, keys)
        if first is None:
            first = _First(story_id, day, found, own)
            self._keep(first, keys, digest)
        self._sizes[first.id] += 1
        return DupFact(first.id, kind, self._sizes[first.id])

    def _find(self, new: _First, digest: bytes, keys: list[int]) -> tuple[_First | None, str]:
        same = self._exact.get(digest)
        if same is not None and len(new.shingles) and _near(self._firsts[same].day, new.day):
            return self._firsts[same], "copy"
        best = max(self._candidates(keys, new.day), key=lambda n: (self._share(n, new), -n), default=None)
        share = self._share(best, new) if best is not None else 0.0
        if best is None or share < VERSION:
            return None, "original"
        return self._firsts[best], "copy" if share >= COPY else "version"

    def _share(self, number: int, new: _First) -> float:
        first = self._firsts[number]
        fewer = min(len(first.figures), len(new.figures))
        if fewer >= _FEW_FIGURES and len(first.figures & new.figures) < _FIGURES * fewer:
            return 0.0
        return containment(first.shingles, new.shingles)

    def _candidates(self, keys: list[int], day: date | None) -> set[int]:
        return {n for key in keys for n in self._bucket(key) if _near(self._firsts[n].day, day)}

    def _bucket(self, key: int) -> Sequence[int]:
        found = self._buckets.get(key, ())
        return (found,) if isinstance(found, int) else found

    def _keep(self, first: _First, keys: list[int], digest: bytes) -> None:
        number = len(self._firsts)
        self._firsts.append(first)
        self._exact[digest] = number
        for key in keys:
            bucket = self._bucket(key)
            self._buckets[key] = [*bucket, number][-_BUCKET:] if bucket else number


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= WINDOW_DAYS


def _keys(tokens: list[str], found: NDArray[np.uint64]) -> list[int]:
    """Return the bands of a body and of its lead; none for a text too short to tell from another."""
    if len(tokens) < _LEAST_WORDS:
        return []
    kept = [b"a" + key for key in bands(found)] + [b"l" + key for key in bands(shingles(tokens[:_LEAD_WORDS]))]
    # 60 bits: of a hundred million bands hardly two fall together, and what does is compared anyway.
    return [int.from_bytes(hashlib.blake2b(key, digest_size=8).digest()) >> 4 for key in kept]


def group_stories(rows: Iterable[Mapping[str, Any]], groups: StoryGroups | None = None) -> dict[str, DupFact]:
    """Group stories given as rows of the stories table, in order; the first of a group speaks for it.

    Args:
        rows: Rows with `story_id`, `day` (ISO date, date or None), `text` and `segments`.
        groups: Groups of stories seen before, to go on with.

    Returns:
        Where each story stands, by its id.
    """
    known = groups or StoryGroups()
    return {r["story_id"]: known.add(r["story_id"], as_day(r["day"]), body_of(r["text"], r["segments"])) for r in rows}


def body_of(text: str, segments: str | None) -> str:
    """Return the paragraphs of a story: copies of one report differ in dateline, headline and credits."""
    spans = [
        piece.partition(":")[2].split("-") for piece in (segments or "").split(";") if piece.startswith("paragraph:")
    ]
    return " ".join(text[int(start) : int(end)] for start, end in spans)
