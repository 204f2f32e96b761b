"""Turns a run's Parquet into one read-only DuckDB file that answers a page's questions in milliseconds.

The file is made once per content of the run (its name holds the hash), so it never goes stale. It lies in the run's
folder, else, when that cannot be written, in the user's cache.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from importlib import resources
from pathlib import Path

import duckdb
import platformdirs

from dateline.model import StoreError
from dateline.store import Run, fill_whole
from dateline.store.commitments import KINDS, settling_types

FOLDER = ".workbench"
MEMORY_MB = 192
_RECIPE = 1


def index_file(run: Run) -> Path:
    """Return the index of a run, made if there is none for its present content.

    Raises:
        StoreError: A table is damaged, or neither the run's folder nor the user's cache can be written.
    """
    name = f"{content_key(run)}.duckdb"
    places = list(_places(run))
    found = known_index(run)
    if found is not None:
        return found
    problems = run.problems()
    if problems:
        raise StoreError("; ".join(problems))
    reasons = []
    for folder in places:
        try:
            fill_whole(folder / name, lambda partial: _build(run, partial))
        except StoreError as error:
            reasons.append(str(error))
            continue
        _drop_older(folder, keep=name)
        return folder / name
    raise StoreError(reasons[-1])


def known_index(run: Run) -> Path | None:
    """Return the index of a run's present content if there is one."""
    files = [folder / f"{content_key(run)}.duckdb" for folder in _places(run)]
    return next((file for file in files if file.is_file()), None)


def content_key(run: Run) -> str:
    """Return 16 hex digits that change when any table, the recipe of the index or DuckDB changes."""
    tables = {name: entry.get("sha256") for name, entry in run.manifest["tables"].items()}
    words = json.dumps([_RECIPE, duckdb.__version__, recipe(), tables], sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def recipe() -> str:
    """Return the SQL that makes the index."""
    return resources.files("dateline.apps.workbench").joinpath("index.sql").read_text("utf-8")


def open_index(path: Path) -> duckdb.DuckDBPyConnection:
    """Open an index read-only and locked: no other file, no network, no setting can be reached by any query."""
    # Given at once, for a second connection of one process shares the first one's settings and may not set them again.
    settings = {
        "memory_limit": f"{MEMORY_MB}MB",
        "threads": 2,
        "enable_external_access": "false",
        "lock_configuration": "true",
    }
    return duckdb.connect(str(path), read_only=True, config=settings)


def _places(run: Run) -> Iterator[Path]:
    yield run.folder / FOLDER
    yield Path(platformdirs.user_cache_dir("dateline")) / "workbench"


def _build(run: Run, path: Path) -> None:
    path.unlink(missing_ok=True)
    base = duckdb.connect(str(path), config={"memory_limit": f"{MEMORY_MB}MB", "threads": 2})
    try:
        base.execute("SET temp_directory = ?", [str(path.with_name(path.name + ".spill"))])
        for table in run.manifest["tables"]:
            base.execute(f"CREATE TEMP VIEW run_{table} AS SELECT * FROM read_parquet({_quoted(run.folder, table)})")
        _commitment_rules(base)
        for statement in recipe().split(";\n"):
            if statement.strip():
                base.execute(statement)
        base.execute("CHECKPOINT")
    except duckdb.Error as error:
        raise StoreError(f"{run.folder} cannot be indexed: {error}; code the stories again with --fresh") from error
    finally:
        base.close()


def _commitment_rules(base: duckdb.DuckDBPyConnection) -> None:
    """Give the recipe what does or breaks a promise of each type, from where commitments are defined."""
    settles = [(act, other) for act, types in settling_types().items() for other in sorted(types)]
    base.execute("CREATE TEMP TABLE run_settles (act VARCHAR, type VARCHAR)")
    base.executemany("INSERT INTO run_settles VALUES (?, ?)", [[str(a), str(b)] for a, b in settles])
    base.execute("CREATE TEMP TABLE run_kinds (type VARCHAR, kind VARCHAR)")
    base.executemany("INSERT INTO run_kinds VALUES (?, ?)", [list(pair) for pair in KINDS.items()])


def _quoted(folder: Path, table: str) -> str:
    path = str((folder / f"{table}.parquet").resolve())
    return "'" + path.replace("'", "''") + "'"


def _drop_older(folder: Path, *, keep: str) -> None:
    """Remove indexes of earlier contents from a run's own folder; in a shared cache others may need theirs."""
    if folder.name != FOLDER:
        return
    for file in folder.glob("*.duckdb"):
        if file.name != keep:
            with suppress(OSError):
                file.unlink()
