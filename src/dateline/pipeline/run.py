"""A whole run: inputs in shards, one process or many, resumable, and the tables at the end."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.dedup import group_stories
from dateline.language import DEFAULT_PIPELINE
from dateline.model import CodedStory, Rejected, StoreError, Story
from dateline.readers import read
from dateline.store import FORMAT, MANIFEST, TABLES, Lock, Rows, ShardStore, rejected_row, rows_of, write_tables, write_whole
from dateline.version import VERSION

if TYPE_CHECKING:
    from dateline.pipeline.coder import StoryCoder

SHARD = 100
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: stories done, events found, inputs rejected, stories taken over from an earlier run."""

    stories: int = 0
    events: int = 0
    rejected: int = 0
    resumed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What a run is to do.

    Attributes:
        format: Input format; by file name when None.
        workers: Processes; 1 codes in this one.
        stop_after: Stories to code at most.
        fresh: Start anew though the folder holds a finished run.
        pipeline: The language pipeline.
    """

    format: str | None = None
    workers: int = 1
    stop_after: int | None = None
    fresh: bool = False
    pipeline: str = DEFAULT_PIPELINE


@dataclass(slots=True)
class _State:
    progress: Progress = field(default_factory=Progress)
    inputs: list[str] = field(default_factory=list)


def code_run(
    inputs: Iterable[str | Path],
    out: str | Path,
    *,
    options: RunOptions | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Progress:
    """Code inputs into a run folder.

    A run that was stopped goes on where it was: shards already written for the same inputs and the same version are
    taken over. The tables come out byte for byte the same whether the run was interrupted or not, and with any number of
    workers.

    Args:
        inputs: Files, folders, or `-`.
        out: The run folder.
        options: What to do; the defaults when None.
        on_progress: Called after every shard.

    Raises:
        StoreError: The folder holds a finished run (and `fresh` is not set), is being written, or cannot be written.
    """
    chosen, folder = options or RunOptions(), Path(out)
    if (folder / MANIFEST).exists() and not chosen.fresh:
        raise StoreError(f"{folder} already holds a finished run; give another folder, or --fresh to code it anew")
    with Lock(folder):
        (folder / MANIFEST).unlink(missing_ok=True)
        return _Runner(folder, chosen, on_progress).run(list(inputs))


class _Runner:
    def __init__(self, folder: Path, options: RunOptions, on_progress: Callable[[Progress], None] | None) -> None:
        self._folder = folder
        self._options = options
        self._shards = ShardStore(folder)
        self._on_progress = on_progress
        self._state = _State()

    def run(self, inputs: list[str | Path]) -> Progress:
        fingerprint = configuration(self._options.pipeline)
        count = 0
        pending = self._work(_shards(self._limited(inputs)), fingerprint)
        for number, key, rows, resumed in pending:
            if not resumed:
                self._shards.save(number, key, rows)
            self._state.inputs.append(key)
            self._count(rows, resumed)
            count = number + 1
        keys = list(self._state.inputs)
        grouped = group_stories(self._stories(keys))
        tables = write_tables(self._folder, (_with_groups(self._load(n, keys[n]), grouped) for n in range(count)))
        self._write_manifest(fingerprint, tables)
        self._shards.drop()
        return self._state.progress

    def _stories(self, keys: list[str]) -> Iterator[dict[str, object]]:
        for number, key in enumerate(keys):
            yield from self._load(number, key)["stories"]

    def _load(self, number: int, key: str) -> Rows:
        rows = self._shards.load(number, key)
        if rows is None:
            raise StoreError(f"{self._shards.path(number)} is damaged; run again, it will be coded anew")
        return rows

    def _limited(self, inputs: list[str | Path]) -> Iterator[Story | Rejected]:
        left = self._options.stop_after
        for item in read(inputs, format=self._options.format):
            if isinstance(item, Story):
                if left == 0:
                    return
                left = left - 1 if left is not None else None
            yield item

    def _work(
        self, shards: Iterator[list[Story | Rejected]], fingerprint: dict[str, str]
    ) -> Iterator[tuple[int, str, Rows, bool]]:
        if self._options.workers <= 1:
            yield from self._work_here(shards, fingerprint)
        else:
            yield from self._work_in_processes(shards, fingerprint)

    def _work_here(
        self, shards: Iterator[list[Story | Rejected]], fingerprint: dict[str, str]
    ) -> Iterator[tuple[int, str, Rows, bool]]:
        coder: StoryCoder | None = None
        for number, items in enumerate(shards):
            key = shard_key(items, fingerprint)
            rows = self._shards.load(number, key)
            if rows is None:
                coder = coder or _load_coder(self._options.pipeline)
                yield number, key, code_items(coder, items), False
            else:
                yield number, key, rows, True

    def _work_in_processes(
        self, shards: Iterator[list[Story | Rejected]], fingerprint: dict[str, str]
    ) -> Iterator[tuple[int, str, Rows, bool]]:
        context = multiprocessing.get_context("spawn")
        workers = self._options.workers
        with ProcessPoolExecutor(workers, context, initializer=_start, initargs=(self._options.pipeline,)) as pool:
            waiting: list[tuple[int, str, Future[Rows] | Rows]] = []
            for number, items in enumerate(shards):
                key = shard_key(items, fingerprint)
                known = self._shards.load(number, key)
                waiting.append((number, key, known if known is not None else pool.submit(_code_in_worker, items)))
                if len(waiting) > 2 * workers:
                    yield _settled(waiting.pop(0))
            while waiting:
                yield _settled(waiting.pop(0))

    def _count(self, rows: Rows, resumed: bool) -> None:
        before = self._state.progress
        self._state.progress = Progress(
            before.stories + len(rows["stories"]),
            before.events + len(rows["events"]),
            before.rejected + len(rows["rejected"]),
            before.resumed + (len(rows["stories"]) if resumed else 0),
        )
        if self._on_progress:
            self._on_progress(self._state.progress)

    def _write_manifest(self, fingerprint: dict[str, str], tables: dict[str, dict[str, object]]) -> None:
        progress = self._state.progress
        manifest = {
            "format": FORMAT,
            "version": VERSION,
            "configuration": fingerprint,
            "inputs_sha256": hashlib.sha256("".join(self._state.inputs).encode()).hexdigest(),
            "stories": progress.stories,
            "events": progress.events,
            "rejected": progress.rejected,
            "tables": tables,
        }
        body = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
        write_whole(self._folder / MANIFEST, body.encode())


def configuration(pipeline: str) -> dict[str, str]:
    """Return what a run's output depends on besides its inputs: version and hashes of all data."""
    from dateline.knowledge.base import KnowledgeBase
    from dateline.knowledge.codebook import Codebook
    from dateline.knowledge.frames import FrameLexicon
    from dateline.knowledge.gazetteer import Gazetteer

    return {
        "dateline": VERSION,
        "language_pipeline": pipeline,
        "codebook": Codebook.load().sha256,
        "frames": FrameLexicon.load().sha256,
        "actors": KnowledgeBase.open().sha256,
        "places": Gazetteer.open().sha256,
    }


def shard_key(items: list[Story | Rejected], fingerprint: dict[str, str]) -> str:
    """Return a hash of what a shard holds and of the configuration that codes it."""
    digest = hashlib.sha256(json.dumps(fingerprint, sort_keys=True).encode())
    for item in items:
        digest.update(repr(item).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def code_items(coder: StoryCoder, items: list[Story | Rejected]) -> Rows:
    """Code one shard and return its rows."""
    rows: Rows = {name: [] for name in TABLES}
    for result in coder.code_many(items):
        if isinstance(result, CodedStory):
            for name, found in rows_of(result).items():
                rows[name].extend(found)
        else:
            rows["rejected"].append(rejected_row(result))
    return rows


def _settled(item: tuple[int, str, Future[Rows] | Rows]) -> tuple[int, str, Rows, bool]:
    number, key, rows = item
    return (number, key, rows.result(), False) if isinstance(rows, Future) else (number, key, rows, True)


def _shards(items: Iterator[Story | Rejected]) -> Iterator[list[Story | Rejected]]:
    while shard := list(islice(items, SHARD)):
        yield shard


def _with_groups(rows: Rows, grouped: dict[str, tuple[str, int, bool]]) -> Rows:
    for row in rows["stories"]:
        group, version, canonical = grouped[row["story_id"]]
        row.update(dup_group=group, version_no=version, is_canonical=canonical)
    return rows


def _load_coder(pipeline: str) -> StoryCoder:
    from dateline.pipeline.coder import StoryCoder

    return StoryCoder.load(pipeline)


_worker: list[StoryCoder] = []


def _start(pipeline: str) -> None:
    for name in THREADS:
        os.environ[name] = "1"
    _worker.append(_load_coder(pipeline))


def _code_in_worker(items: list[Story | Rejected]) -> Rows:
    return code_items(_worker[0], items)
