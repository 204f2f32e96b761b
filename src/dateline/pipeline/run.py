"""A whole run: inputs in shards, one process or many, resumable, and the tables at the end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from os import fspath
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.language import DEFAULT_PIPELINE
from dateline.model import ReadError, Rejected, StoreError, Story, Sureness, UsageError
from dateline.pipeline.fingerprint import configuration, folder_hash, input_facts
from dateline.pipeline.joining import join_stories
from dateline.pipeline.known import KnownStories
from dateline.pipeline.workers import Here, Items, Pool, Stages, Work
from dateline.readers import ReadOptions, read
from dateline.store import (
    FORMAT,
    MANIFEST,
    Lock,
    Rows,
    Run,
    ShardStore,
    commit,
    finish_commit,
    own_names,
    stored_shards,
    write_tables,
)
from dateline.version import VERSION

if TYPE_CHECKING:
    from dateline.pipeline.coder import StoryCoder

# Items a shard: what is coded again at most when a run is killed.
SHARD = 100
ENGINES = ("processes", "dask")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Attributes:
        stories, events, rejected: Done, found and refused in this call.
        resumed: Stories taken over from shards of an earlier, stopped call.
        known: Stories skipped because the run holds them already.
    """

    stories: int = 0
    events: int = 0
    rejected: int = 0
    resumed: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What a run is to do.

    Attributes:
        format: Input format; by file name and content when None.
        workers: Processes; 1 codes in this one.
        engine: `processes` on this machine, or `dask`: the workers of a Dask cluster.
        scheduler: Address of the cluster's scheduler, for `dask`.
        stop_after: Stories to code at most.
        fresh: Start anew though the folder holds a finished run.
        strict: Stop at the first input that is rejected.
        pipeline: The language pipeline.
        setting: `precision`, `balanced`, `recall`, or `frames` for the lexicon alone.
        knowledge: Another base of actors; the shipped one when None.
        columns: For CSV and Parquet: the column that holds each field.
        network: Whether addresses may be fetched.
        nested: Whether archives inside archives are read.
        codebook: A folder of event types of your own; none when None.
        gazetteer: Another base of places; the shipped one when None.
    """

    format: str | None = None
    workers: int = 1
    engine: str = "processes"
    scheduler: str | None = None
    stop_after: int | None = None
    fresh: bool = False
    strict: bool = False
    pipeline: str = DEFAULT_PIPELINE
    setting: str = Sureness.BALANCED
    knowledge: Path | None = None
    columns: Mapping[str, str] | None = None
    network: bool = False
    nested: bool = False
    codebook: Path | None = None
    gazetteer: Path | None = None

    def reading(self) -> ReadOptions:
        """Return what of this concerns the readers."""
        return ReadOptions(
            format=self.format,
            columns=dict(self.columns or {}),
            network=self.network,
            nested=self.nested,
            strict=self.strict,
        )


def code_run(
    inputs: Iterable[str | Path],
    out: str | Path,
    *,
    options: RunOptions | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    coder: StoryCoder | None = None,
) -> Progress:
    """Code inputs into a run folder; into a finished run, add what it does not hold yet.

    A run that was stopped goes on where it was: shards already written for the same inputs and the same installation
    are taken over. The tables come out byte for byte the same whether the run was interrupted or not, with any number
    of workers, and whether inputs came at once or one after the other.

    Args:
        inputs: Files, folders, or `-`.
        out: The run folder.
        options: What to do; the defaults when None.
        on_progress: Called after every shard.
        coder: Stages that are loaded already, of the pipeline that `options` names; for one worker only.

    Raises:
        UsageError: The folder holds something else than a run, or a run of another installation or setting (and `fresh`
            is not set).
        StoreError: The folder is being written, is damaged, or cannot be written.
        ReadError: An input was rejected (`strict` only).
    """
    chosen, folder = options or RunOptions(), Path(out)
    _refuse_others(folder)
    work = _work(chosen, coder)
    with Lock(folder):
        finish_commit(folder)
        if chosen.fresh:
            (folder / MANIFEST).unlink(missing_ok=True)
        base = Run.open(folder) if (folder / MANIFEST).exists() else None
        return _Runner(folder, chosen, base, on_progress).run([fspath(path) for path in inputs], work)


def count_stories(inputs: Iterable[str | Path], options: RunOptions) -> int:
    """Return how many stories a run will code; reading costs a small part of what coding does."""
    count = sum(isinstance(item, Story) for item in read(inputs, options=options.reading()))
    return count if options.stop_after is None else min(count, options.stop_after)


def _refuse_others(folder: Path) -> None:
    if folder.is_file():
        raise UsageError(f"{folder} is a file; give a folder for the run")
    if (folder / MANIFEST).exists() or not folder.is_dir():
        return
    others = sorted({path.name for path in folder.iterdir()} - own_names())
    if others:
        raise UsageError(f"{folder} holds other files ({', '.join(others[:3])}); give an empty or a new folder")


def _work(options: RunOptions, coder: StoryCoder | None) -> Work:
    stages = Stages(options.pipeline, options.setting, options.knowledge, options.codebook, options.gazetteer)
    if options.engine not in ENGINES:
        raise UsageError(f"there is no engine {options.engine!r}; choose one of {', '.join(ENGINES)}")
    if options.engine == "dask":
        from dateline.pipeline.cluster import Cluster

        return Cluster(stages, options.scheduler)
    if options.scheduler is not None:
        raise UsageError("--scheduler goes with --engine dask")
    return Pool(stages, options.workers) if options.workers > 1 else Here(stages, coder)


class _Runner:
    def __init__(
        self, folder: Path, options: RunOptions, base: Run | None, on_progress: Callable[[Progress], None] | None
    ) -> None:
        self._folder = folder
        self._options = options
        self._base = base
        self._shards = ShardStore(folder)
        self._on_progress = on_progress
        self._fingerprint = {
            **configuration(options.pipeline, options.knowledge, options.gazetteer),
            "setting": options.setting,
            **({"codebook": folder_hash(options.codebook)} if options.codebook else {}),
        }
        if base is not None:
            _refuse_mixture(base, self._fingerprint)
        self._known = KnownStories.of(base)
        self._progress = Progress()
        self._keys: list[str] = []

    def run(self, inputs: list[str], work: Work) -> Progress:
        for number, (rows, resumed) in enumerate(work.code(self._pending(inputs))):
            if not resumed:
                self._shards.save(number, self._keys[number], rows)
            if self._options.strict and rows["rejected"]:
                raise ReadError(_words(rows["rejected"][0]))
            self._count(rows, resumed=resumed)
        self._progress = replace(self._progress, known=self._known.skipped)
        if self._base is None or self._keys:
            totals = _Totals()
            tables = write_tables(self._folder, totals.watch(join_stories(self._finished)))
            commit(self._folder, self._manifest(inputs, tables, totals))
        self._shards.drop()
        return self._progress

    def _pending(self, inputs: list[str]) -> Iterator[tuple[Items, Rows | None]]:
        items = self._limited(inputs)
        while shard := list(islice(items, SHARD)):
            key = shard_key(shard, self._fingerprint)
            known = self._shards.load(len(self._keys), key)
            self._keys.append(key)
            yield shard, known

    def _limited(self, inputs: list[str]) -> Iterator[Story | Rejected]:
        left = self._options.stop_after
        for item in self._known.new(read(inputs, options=self._options.reading())):
            if isinstance(item, Story) and left is not None:
                if left == 0:
                    return
                left -= 1
            yield item

    def _finished(self) -> Iterator[Rows]:
        if self._base is not None:
            yield from stored_shards(self._base, SHARD)
        for number, key in enumerate(self._keys):
            rows = self._shards.load(number, key)
            if rows is None:
                raise StoreError(f"{self._shards.path(number)} is damaged; run again, it will be coded anew")
            yield rows

    def _count(self, rows: Rows, *, resumed: bool) -> None:
        before, stories = self._progress, len(rows["stories"])
        self._progress = Progress(
            before.stories + stories,
            before.events + len(rows["events"]),
            before.rejected + len(rows["rejected"]),
            before.resumed + (stories if resumed else 0),
            self._known.skipped,
        )
        if self._on_progress:
            self._on_progress(self._progress)

    def _manifest(self, inputs: list[str], tables: dict[str, dict[str, object]], totals: _Totals) -> dict[str, object]:
        before = list(self._base.manifest["inputs"]) if self._base else []
        return {
            "format": FORMAT,
            "version": VERSION,
            "configuration": self._fingerprint,
            "inputs": before + [fact for fact in input_facts(inputs) if fact not in before],
            "content_sha256": totals.content.hexdigest(),
            "options": {
                "format": self._options.format,
                "stop_after": self._options.stop_after,
                "columns": dict(self._options.columns or {}),
            },
            "stories": totals.stories,
            "events": totals.events,
            "rejected": totals.rejected,
            "tables": tables,
        }


class _Totals:
    """Counts the rows that pass, and hashes which stories they are."""

    def __init__(self) -> None:
        self.stories = self.events = self.rejected = 0
        self.content = hashlib.sha256()

    def watch(self, shards: Iterable[Rows]) -> Iterator[Rows]:
        for rows in shards:
            for story in rows.get("stories", []):
                self.stories += 1
                self.content.update(f"{story['story_id']} {story['text_sha256']}\n".encode())
            self.events += len(rows.get("events", []))
            self.rejected += len(rows.get("rejected", []))
            yield rows


def _refuse_mixture(base: Run, fingerprint: dict[str, str]) -> None:
    before = base.manifest.get("configuration", {})
    other = sorted(name for name in fingerprint.keys() | before.keys() if fingerprint.get(name) != before.get(name))
    if other:
        raise UsageError(
            f"{base.folder} was coded with another {', '.join(other)}; adding would mix two ways of coding: "
            "give another folder, or --fresh to code anew"
        )


def shard_key(items: Items, fingerprint: dict[str, str]) -> str:
    """Return a hash of what a shard holds and of the installation that codes it."""
    digest = hashlib.sha256(json.dumps(fingerprint, sort_keys=True).encode())
    for item in items:
        digest.update(repr(item).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _words(row: dict[str, object]) -> str:
    where = ", ".join(str(part) for part in (row["origin"], row["position"]) if part)
    return f"{where}: {row['reason']}; {row['advice']}"
