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
from dateline.pipeline.workers import Here, Items, Pool, Stages
from dateline.readers import ReadOptions, read
from dateline.store import FORMAT, MANIFEST, TABLES, Lock, Rows, ShardStore, write_tables, write_whole
from dateline.version import VERSION

if TYPE_CHECKING:
    from dateline.pipeline.coder import StoryCoder

# Items a shard: what is coded again at most when a run is killed.
SHARD = 100


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
        format: Input format; by file name and content when None.
        workers: Processes; 1 codes in this one.
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
    """Code inputs into a run folder.

    A run that was stopped goes on where it was: shards already written for the same inputs and the same installation
    are taken over. The tables come out byte for byte the same whether the run was interrupted or not, and with any
    number of workers.

    Args:
        inputs: Files, folders, or `-`.
        out: The run folder.
        options: What to do; the defaults when None.
        on_progress: Called after every shard.
        coder: Stages that are loaded already, of the pipeline that `options` names; for one worker only.

    Raises:
        UsageError: The folder holds a finished run (and `fresh` is not set) or something else than a run.
        StoreError: The folder is being written, or cannot be written.
        ReadError: An input was rejected (`strict` only).
    """
    chosen, folder = options or RunOptions(), Path(out)
    _refuse_others(folder, fresh=chosen.fresh)
    with Lock(folder):
        (folder / MANIFEST).unlink(missing_ok=True)
        many = chosen.workers > 1
        stages = Stages(chosen.pipeline, chosen.setting, chosen.knowledge, chosen.codebook, chosen.gazetteer)
        work = Pool(stages, chosen.workers) if many else Here(stages, coder)
        return _Runner(folder, chosen, on_progress).run([fspath(path) for path in inputs], work)


def count_stories(inputs: Iterable[str | Path], options: RunOptions) -> int:
    """Return how many stories a run will code; reading costs a small part of what coding does."""
    count = sum(isinstance(item, Story) for item in read(inputs, options=options.reading()))
    return count if options.stop_after is None else min(count, options.stop_after)


def _refuse_others(folder: Path, *, fresh: bool) -> None:
    if (folder / MANIFEST).exists():
        if not fresh:
            raise UsageError(f"{folder} already holds a finished run; give another folder, or --fresh to code it anew")
        return
    if folder.is_file():
        raise UsageError(f"{folder} is a file; give a folder for the run")
    ours = {".lock", "shards", *(f"{name}.parquet{end}" for name in TABLES for end in ("", ".tmp"))}
    others = sorted(path.name for path in folder.iterdir() if path.name not in ours) if folder.is_dir() else []
    if others:
        raise UsageError(f"{folder} holds other files ({', '.join(others[:3])}); give an empty or a new folder")


class _Runner:
    def __init__(self, folder: Path, options: RunOptions, on_progress: Callable[[Progress], None] | None) -> None:
        self._folder = folder
        self._options = options
        self._shards = ShardStore(folder)
        self._on_progress = on_progress
        self._fingerprint = {
            **configuration(options.pipeline, options.knowledge, options.gazetteer),
            "setting": options.setting,
            **({"codebook": folder_hash(options.codebook)} if options.codebook else {}),
        }
        self._progress = Progress()
        self._keys: list[str] = []

    def run(self, inputs: list[str], work: Here | Pool) -> Progress:
        for number, (rows, resumed) in enumerate(work.code(self._pending(inputs))):
            if not resumed:
                self._shards.save(number, self._keys[number], rows)
            if self._options.strict and rows["rejected"]:
                raise ReadError(_words(rows["rejected"][0]))
            self._count(rows, resumed=resumed)
        tables = write_tables(self._folder, join_stories(self._finished))
        self._write_manifest(inputs, tables)
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
        for item in read(inputs, options=self._options.reading()):
            if isinstance(item, Story) and left is not None:
                if left == 0:
                    return
                left -= 1
            yield item

    def _finished(self) -> Iterator[Rows]:
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
        )
        if self._on_progress:
            self._on_progress(self._progress)

    def _write_manifest(self, inputs: list[str], tables: dict[str, dict[str, object]]) -> None:
        progress = replace(self._progress, resumed=0)
        manifest = {
            "format": FORMAT,
            "version": VERSION,
            "configuration": self._fingerprint,
            "inputs": input_facts(inputs),
            "content_sha256": hashlib.sha256("".join(self._keys).encode()).hexdigest(),
            "options": {
                "format": self._options.format,
                "stop_after": self._options.stop_after,
                "columns": dict(self._options.columns or {}),
            },
            "stories": progress.stories,
            "events": progress.events,
            "rejected": progress.rejected,
            "tables": tables,
        }
        body = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
        write_whole(self._folder / MANIFEST, body.encode())


def shard_key(items: Items, fingerprint: dict[str, str]) -> str:
    """Return a hash of what a shard holds and of the installation that codes it."""
    digest = hashlib.sha256(json.dumps(fingerprint, sort_keys=True).encode())
    for item in items:
        digest.update(repr(item).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _words(row: dict[str, object]) -> str:
    where = ", ".join(str(part) for part in (row["origin"], row["position"]) if part)
    return f"{where}: {row['reason']}; {row['advice']}"
