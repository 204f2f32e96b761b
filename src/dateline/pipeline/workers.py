"""Shards coded in this process, or in several that each load the models once."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dateline.model import CodedStory, DatelineError, Rejected, Story
from dateline.store import TABLES, Rows, rejected_row, rows_of

if TYPE_CHECKING:
    from dateline.pipeline.coder import StoryCoder

Items = list[Story | Rejected]
# Libraries that would otherwise start a thread a core in every process.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def code_items(coder: StoryCoder, items: Items) -> Rows:
    """Code one shard and return its rows."""
    rows: Rows = {name: [] for name in TABLES}
    for result in coder.code_many(items):
        if isinstance(result, CodedStory):
            for name, found in rows_of(result).items():
                rows[name].extend(found)
        else:
            rows["rejected"].append(rejected_row(result))
    return rows


class Stages(NamedTuple):
    """What to load in every process: the language pipeline, how sure the classifier must be, and the base of actors."""

    pipeline: str
    setting: str
    knowledge: Path | None = None
    codebook: Path | None = None
    gazetteer: Path | None = None


class Work(Protocol):
    """Codes shards somewhere."""

    def code(self, shards: Iterator[tuple[Items, Rows | None]]) -> Iterator[tuple[Rows, bool]]:
        """Yield the rows of every shard, in order, and whether they were known before."""


class Here:
    """Codes shards one after the other in this process; the models load with the first shard that needs them."""

    def __init__(self, stages: Stages, coder: StoryCoder | None = None) -> None:
        self._stages = stages
        self._coder = coder

    def code(self, shards: Iterator[tuple[Items, Rows | None]]) -> Iterator[tuple[Rows, bool]]:
        """Yield the rows of every shard, in order, and whether they were known before."""
        for items, known in shards:
            if known is not None:
                yield known, True
                continue
            if self._coder is None:
                self._coder = load_stages(self._stages)
            yield code_items(self._coder, items), False


class Pool:
    """Codes shards in several processes; what comes out is the same, in the same order, as from `Here`."""

    def __init__(self, stages: Stages, workers: int) -> None:
        self._stages = stages
        self._workers = workers

    def code(self, shards: Iterator[tuple[Items, Rows | None]]) -> Iterator[tuple[Rows, bool]]:
        """Yield the rows of every shard, in order, and whether they were known before.

        Raises:
            DatelineError: A process died, most likely for want of memory.
        """
        # Fork would copy the parent's threads' locks and, on Linux only, its models; spawn is the same everywhere.
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self._workers, context, initializer=_start, initargs=(self._stages,))
        waiting: deque[tuple[Future[Rows] | None, Rows | None]] = deque()
        try:
            for items, known in shards:
                waiting.append((None if known is not None else pool.submit(_code, items), known))
                # Some shards ahead keep every process busy; all of them would fill the memory.
                while len(waiting) > 2 * self._workers:
                    yield _settled(*waiting.popleft())
            while waiting:
                yield _settled(*waiting.popleft())
        except BrokenProcessPool as error:
            raise DatelineError(
                "a worker process died, most likely for want of memory; run the same again with fewer --workers"
            ) from error
        finally:
            _stop(pool, busy=bool(waiting))


def _stop(pool: ProcessPoolExecutor, *, busy: bool) -> None:
    children = list(getattr(pool, "_processes", None) or {})
    pool.shutdown(wait=not busy, cancel_futures=True)
    if busy:
        # Interrupted: their work would be thrown away.
        for process in children:
            try:
                os.kill(process, signal.SIGTERM)
            except ProcessLookupError:
                continue


def _settled(future: Future[Rows] | None, known: Rows | None) -> tuple[Rows, bool]:
    if future is not None:
        return future.result(), False
    return known or {}, True


def load_stages(stages: Stages) -> StoryCoder:
    """Load the stages in this process."""
    from dateline.pipeline.coder import StoryCoder

    return StoryCoder.load(
        stages.pipeline,
        setting=stages.setting,
        knowledge=stages.knowledge,
        codebook=stages.codebook,
        gazetteer=stages.gazetteer,
    )


# One coder a worker process, set once when the process starts.
_worker: list[StoryCoder] = []


def _start(stages: Stages) -> None:
    # Ctrl-C reaches the whole group; the parent alone answers it and ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in _THREADS:
        os.environ[name] = "1"
    _worker.append(load_stages(stages))


def _code(items: Items) -> Rows:
    return code_items(_worker[0], items)
