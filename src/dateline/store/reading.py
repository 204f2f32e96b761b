"""The rows of a finished run, some stories at a time, as the shards held them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from dateline.store.rows import Row, Rows
from dateline.store.run import Run
from dateline.store.schema import JOINED, TABLES

# Tables whose rows belong to one story each and stand in the order of the stories.
_OWNED = tuple(name for name in TABLES if name not in {"stories", "rejected", *JOINED})


def stored_shards(run: Run, size: int = 100) -> Iterator[Rows]:
    """Yield the rows of a run, `size` stories at a time, and its rejected inputs at the end.

    Memory holds one batch of every table, not the run.

    Raises:
        StoreError: A table is damaged, or its rows do not stand in the order of the stories.
    """
    owned = {name: _Tail(run, name) for name in _OWNED}
    batch: list[Row] = []
    for story in run.stream("stories"):
        batch.append(story)
        if len(batch) == size:
            yield _shard(batch, owned)
            batch = []
    yield {**_shard(batch, owned), "rejected": list(run.stream("rejected"))}


def _shard(stories: list[Row], owned: dict[str, _Tail]) -> Rows:
    found: Rows = {name: [] for name in TABLES}
    found["stories"] = stories
    for story in stories:
        for name, tail in owned.items():
            found[name].extend(tail.of(story["story_id"]))
    return found


class _Tail:
    """The rows of one table that are not yet given out."""

    def __init__(self, run: Run, name: str) -> None:
        self._rows = run.stream(name)
        self._next: deque[Row] = deque()

    def of(self, story: str) -> Iterator[Row]:
        """Yield the rows of the next story; none when it has none."""
        while True:
            if not self._next:
                self._next.extend(row for row in [next(self._rows, None)] if row is not None)
            if not self._next or self._next[0]["story_id"] != story:
                return
            yield self._next.popleft()
