"""A run folder: Parquet tables, a manifest, and the shards it is made from while it is being coded."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.model import StoreError
from dateline.store.rows import Row, Rows
from dateline.store.schema import TABLES

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa

MANIFEST = "manifest.json"
LOCK = ".lock"
FORMAT = 1


class Run:
    """A finished run, read only.

    Example:
        >>> run = Run.open("runs/demo")  # doctest: +SKIP
        >>> run.to_pandas("events")  # doctest: +SKIP
    """

    def __init__(self, folder: Path, manifest: Mapping[str, Any]) -> None:
        self.folder = folder
        self.manifest = manifest

    @classmethod
    def open(cls, folder: str | Path) -> Run:
        """Open a run folder.

        Raises:
            StoreError: There is no finished run, or a table is missing.
        """
        path = Path(folder)
        try:
            manifest = json.loads((path / MANIFEST).read_text("utf-8"))
        except FileNotFoundError as error:
            raise StoreError(f"{path} holds no finished run; code stories with `dateline code … -o {path}`") from error
        except ValueError as error:
            raise StoreError(f"{path / MANIFEST} is damaged: {error}; code the stories again") from error
        missing = [name for name in TABLES if not (path / f"{name}.parquet").is_file()]
        if missing:
            raise StoreError(f"{path} lacks the tables {', '.join(missing)}; code the stories again")
        return cls(path, manifest)

    def to_arrow(self, table: str = "events") -> pa.Table:
        """Return a table as Arrow.

        Raises:
            StoreError: There is no such table, or its file is damaged.
        """
        import pyarrow as pa
        import pyarrow.parquet as pq

        if table not in TABLES:
            raise StoreError(f"there is no table {table!r}; choose one of {', '.join(TABLES)}")
        try:
            return pq.read_table(self.folder / f"{table}.parquet")
        except (OSError, pa.ArrowException) as error:
            raise StoreError(f"{self.folder / table}.parquet is damaged: {error}; code the stories again") from error

    def to_pandas(self, table: str = "events") -> pd.DataFrame:
        """Return a table as a pandas data frame."""
        return self.to_arrow(table).to_pandas()

    def to_polars(self, table: str = "events") -> pl.DataFrame:
        """Return a table as a polars data frame."""
        import polars as pl

        found = pl.from_arrow(self.to_arrow(table))
        assert isinstance(found, pl.DataFrame)
        return found

    def rows(self, table: str = "events") -> list[Row]:
        """Return a table as a list of dictionaries."""
        found: list[Row] = self.to_arrow(table).to_pylist()
        return found

    def duckdb(self) -> duckdb.DuckDBPyConnection:
        """Return an in-memory DuckDB with a view over every table, locked against reaching other files.

        Example:
            >>> run.duckdb().sql("SELECT type, count(*) FROM events GROUP BY type")  # doctest: +SKIP
        """
        import duckdb

        base = duckdb.connect(":memory:")
        base.execute(f"SET allowed_directories = ['{str(self.folder.resolve()).replace(chr(39), chr(39) * 2)}']")
        base.execute("SET enable_external_access = false")
        base.execute("SET lock_configuration = true")
        for name in TABLES:
            file = str((self.folder / f"{name}.parquet").resolve()).replace("'", "''")
            base.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{file}')")
        return base


class Lock:
    """Keeps a second writer out of a run folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK

    def __enter__(self) -> Lock:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.exists() and not self._is_stale():
                raise StoreError(f"{self._path.parent} is being written by process {self._path.read_text()}; wait for it to end")
            self._path.write_text(str(os.getpid()))
        except OSError as error:
            raise StoreError(f"{self._path.parent} cannot be written: {error}") from error
        return self

    def __exit__(self, *_: object) -> None:
        self._path.unlink(missing_ok=True)

    def _is_stale(self) -> bool:
        try:
            number = int(self._path.read_text())
            if number == os.getpid():
                return True
            os.kill(number, 0)
        except (ValueError, ProcessLookupError):
            return True
        except PermissionError:
            return False
        return False


class ShardStore:
    """Shards of a run that is being coded: one compressed file each, written whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "shards"

    def path(self, number: int) -> Path:
        """Return the file of a shard."""
        return self._folder / f"{number:06d}.json.gz"

    def load(self, number: int, key: str) -> Rows | None:
        """Return a shard that an earlier run finished for the same inputs and configuration; None when there is none."""
        try:
            found = json.loads(gzip.decompress(self.path(number).read_bytes()))
        except (OSError, ValueError, EOFError):
            return None
        rows: Rows | None = found["rows"] if isinstance(found, dict) and found.get("key") == key else None
        return rows

    def save(self, number: int, key: str, rows: Rows) -> None:
        """Write a shard: temporary file, fsync, rename.

        Raises:
            StoreError: The disk is full or the folder cannot be written.
        """
        body = json.dumps({"key": key, "rows": rows}, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
        write_whole(self.path(number), gzip.compress(body, compresslevel=3, mtime=0))

    def drop(self) -> None:
        """Remove the shards once the tables hold their rows."""
        for file in sorted(self._folder.glob("*")):
            file.unlink(missing_ok=True)
        if self._folder.is_dir():
            self._folder.rmdir()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, also after a loss of power.

    Raises:
        StoreError: The disk is full or the folder cannot be written.
    """
    partial = path.with_suffix(path.suffix + ".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise StoreError(f"{path} cannot be written: {error.strerror or error}; free some space and run again") from error


def write_tables(folder: Path, shards: Iterator[Rows]) -> dict[str, dict[str, Any]]:
    """Write the Parquet tables from the rows of all shards, in order; the same rows give the same bytes.

    Args:
        folder: The run folder.
        shards: Rows by table, shard by shard.

    Returns:
        Rows and SHA-256 of every table.

    Raises:
        StoreError: The disk is full or the folder cannot be written.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    partial = {name: folder / f"{name}.parquet.tmp" for name in TABLES}
    counts = dict.fromkeys(TABLES, 0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        writers = {
            name: pq.ParquetWriter(partial[name], schema.arrow(), compression="zstd") for name, schema in TABLES.items()
        }
        for rows in shards:
            for name, schema in TABLES.items():
                if rows.get(name):
                    counts[name] += len(rows[name])
                    writers[name].write_table(pa.Table.from_pylist(rows[name], schema=schema.arrow()))
        for writer in writers.values():
            writer.close()
        return {name: _settle(partial[name], folder / f"{name}.parquet", counts[name]) for name in TABLES}
    except (OSError, pa.ArrowException) as error:
        for path in partial.values():
            path.unlink(missing_ok=True)
        raise StoreError(f"the tables in {folder} cannot be written: {error}; free some space and run again") from error


def _settle(partial: Path, path: Path, rows: int) -> dict[str, Any]:
    with partial.open("rb+") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        os.fsync(stream.fileno())
    partial.replace(path)
    return {"rows": rows, "sha256": digest}
