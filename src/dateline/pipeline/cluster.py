"""Shards coded by the workers of a Dask cluster; needs `dateline[dask]` here and Dateline installed on every worker."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dateline.model import DatelineError, UsageError
from dateline.pipeline.workers import Items, Stages, code_items, load_stages
from dateline.store import Rows

if TYPE_CHECKING:
    from dateline.pipeline.coder import StoryCoder

# Shards ahead of the one waited for, a worker: enough to keep each busy, few enough to fit in memory.
_AHEAD = 3


class Cluster:
    """Codes shards on a cluster; what comes out is the same, in the same order, as from one process.

    A shard whose worker dies is coded again by another; a shard that no worker survives ends the run with its number,
    and the same command goes on from there.
    """

    def __init__(self, stages: Stages, scheduler: str | None) -> None:
        if not scheduler:
            raise UsageError("--engine dask needs --scheduler ADDRESS, as `dask scheduler` prints it")
        self._stages = stages
        self._address = scheduler

    def code(self, shards: Iterator[tuple[Items, Rows | None]]) -> Iterator[tuple[Rows, bool]]:
        """Yield the rows of every shard, in order, and whether they were known before.

        Raises:
            UsageError: Dask is not installed, or nothing answers at the address.
            DatelineError: A shard failed on every worker that tried it.
        """
        client = _client(self._address)
        waiting: deque[tuple[Any, Rows | None]] = deque()
        try:
            for items, known in shards:
                future = None
                if known is None:
                    future = client.submit(_code, self._stages, items, pure=False, retries=2)
                waiting.append((future, known))
                while len(waiting) > _AHEAD * max(1, len(client.scheduler_info()["workers"])):
                    yield _settled(*waiting.popleft())
            while waiting:
                yield _settled(*waiting.popleft())
        finally:
            client.cancel([future for future, _ in waiting if future is not None])
            client.close()


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError("Dask is not installed; run `pip install 'dateline[dask]'`") from error
    try:
        return Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {address}: {error}") from error


def _settled(future: Any, known: Rows | None) -> tuple[Rows, bool]:
    if future is None:
        return known or {}, True
    from distributed import KilledWorker

    try:
        rows: Rows = future.result()
    except KilledWorker as error:
        words = "a shard ended every worker that tried it, most likely for want of memory"
        raise DatelineError(f"{words}; give workers 2 GB each and run the same again: {error}") from error
    return rows, False


@lru_cache(maxsize=1)
def _stages_here(stages: Stages) -> StoryCoder:
    return load_stages(stages)


def _code(stages: Stages, items: Items) -> Rows:
    """Code one shard on a worker; its models load with the first one."""
    return code_items(_stages_here(stages), items)
