"""Looks a run folder over, and repairs what can be repaired without loss."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.model import StoreError, UsageError
from dateline.pipeline.fingerprint import input_facts
from dateline.pipeline.joining import join_stories
from dateline.pipeline.run import SHARD, RunOptions, code_run
from dateline.store import (
    JOINED,
    MANIFEST,
    TABLES,
    Lock,
    Run,
    ShardStore,
    commit,
    finish_commit,
    half_done,
    holder,
    own_names,
    stored_shards,
    write_tables,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a run folder.

    Attributes:
        what: What is wrong, in words.
        repair: `finish` (a stopped change), `clear` (waste), `shard` (drop it; it is coded again), `join` (make the
            joined tables anew), `code` (code the inputs anew), or empty: nothing helps but the user.
        path: The file.
    """

    what: str
    repair: str
    path: Path


def check_run(folder: Path) -> list[Problem]:
    """Return what is wrong with a run folder, whether the run is finished or not.

    Raises:
        UsageError: There is no run in it.
    """
    if not folder.is_dir() or not {path.name for path in folder.iterdir()} & (own_names() - {".lock"}):
        raise UsageError(f"{folder} holds no run; make one with `dateline code INPUT -o {folder}`")
    return [*_changes(folder), *_shards(folder), *_tables(folder)]


def repair_run(folder: Path, problems: list[Problem]) -> list[Problem]:
    """Repair what can be repaired, and return what is left.

    A stopped change is finished, waste and damaged shards are removed, joined tables are made anew; where another table
    is damaged, the inputs are coded anew if they still are the files that the manifest names.

    Raises:
        StoreError: Another process writes the run, or the folder cannot be written.
    """
    kinds = {problem.repair for problem in problems}
    with Lock(folder):
        if kinds & {"finish", "clear"}:
            finish_commit(folder)
        for problem in problems:
            if problem.repair in {"clear", "shard"}:
                problem.path.unlink(missing_ok=True)
        if kinds & {"join"} and not kinds & {"code"}:
            _join(folder)
    if "code" in kinds:
        _code(folder)
    return check_run(folder)


def _changes(folder: Path) -> Iterator[Problem]:
    if half_done(folder):
        yield Problem("a change of the tables was stopped before all files had their names", "finish", folder)
    else:
        for path in sorted(folder.glob("*.new")):
            yield Problem(f"{path.name} is left from a change that was stopped", "clear", path)
    for path in sorted(folder.glob("**/*.tmp")):
        yield Problem(f"{path.name} was not written to its end", "clear", path)
    lock = folder / ".lock"
    if lock.exists():
        number = holder(lock)
        if number is not None:
            yield Problem(f"process {number} is writing the run", "", lock)
        else:
            yield Problem("the lock's process is gone", "clear", lock)


def _shards(folder: Path) -> Iterator[Problem]:
    store = ShardStore(folder)
    for path in store.files():
        if not store.sound(path):
            yield Problem(f"shards/{path.name} is damaged; its stories will be coded again", "shard", path)
    if store.files() and not (folder / MANIFEST).exists():
        words = f"the run is not finished ({len(store.files())} shards); give the same `dateline code` again"
        yield Problem(words, "", folder)


def _tables(folder: Path) -> Iterator[Problem]:
    if half_done(folder) or not (folder / MANIFEST).exists():
        return
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        Run(folder, manifest)
        described: dict[str, Any] = manifest["tables"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield Problem(f"{MANIFEST} is damaged: {error}; code the stories again with --fresh", "", folder / MANIFEST)
        return
    for name in TABLES:
        path = folder / f"{name}.parquet"
        repair = "join" if name in JOINED else "code"
        if not path.is_file():
            yield Problem(f"{path.name} is missing", repair, path)
        elif Run(folder, {"tables": described}).damaged(name):
            yield Problem(f"{path.name} is not the file that the manifest describes", repair, path)


def _join(folder: Path) -> None:
    """Make groups and incidents anew from the other tables."""
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    run = Run(folder, manifest)
    tables = write_tables(folder, join_stories(lambda: stored_shards(run, SHARD)))
    commit(folder, {**manifest, "tables": tables})


def _code(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    named = [fact["name"] for fact in manifest["inputs"]]
    if input_facts(named) != manifest["inputs"] or any(fact["sha256"] is None for fact in manifest["inputs"]):
        raise StoreError(
            f"{folder} cannot be repaired: its inputs are no longer the files that {MANIFEST} names; "
            "code the stories again with --fresh"
        )
    given = manifest["options"]
    options = RunOptions(setting=manifest["configuration"].get("setting", RunOptions().setting), fresh=True)
    code_run(named, folder, options=replace(options, format=given["format"], stop_after=given["stop_after"]))
