"""A finished run: its tables as Arrow, pandas or Polars, a DuckDB over them, and its manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.model import StoreError, UsageError
from dateline.store.rows import Row
from dateline.store.schema import TABLES

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa

MANIFEST = "manifest.json"
FORMAT = 1


class Run:
    """A finished run, read only; a table whose bytes are not those that the manifest describes is refused.

    Example:
        >>> run = Run.open("runs/demo")  # doctest: +SKIP
        >>> run.to_pandas("events")["type"].value_counts()  # doctest: +SKIP
    """

    def __init__(self, folder: Path, manifest: Mapping[str, Any]) -> None:
        """Use `Run.open`."""
        self.folder = folder
        self.manifest = manifest
        self._checked: set[str] = set()

    @classmethod
    def open(cls, folder: str | Path) -> Run:
        """Open a run folder.

        Raises:
            UsageError: There is no run in it.
            StoreError: The run was not finished, a table is missing, or the manifest is damaged.
        """
        path = Path(folder)
        manifest = _manifest(path)
        missing = [name for name in TABLES if not (path / f"{name}.parquet").is_file()]
        if missing:
            raise StoreError(f"{path} lacks the tables {', '.join(missing)}; code the stories again with --fresh")
        return cls(path, manifest)

    def to_arrow(self, table: str = "events") -> pa.Table:
        """Return a table as Arrow.

        Raises:
            UsageError: There is no such table.
            StoreError: Its file is damaged.
        """
        from pyarrow import ArrowException, parquet

        path = self.file(table)
        self._check(table)
        try:
            return parquet.ParquetFile(path).read()
        except (OSError, ArrowException) as error:
            raise StoreError(f"{path} is damaged: {error}; code the stories again with --fresh") from error

    def to_pandas(self, table: str = "events") -> pd.DataFrame:
        """Return a table as a pandas data frame (install `dateline[pandas]`)."""
        frame: pd.DataFrame = self.to_arrow(table).to_pandas()
        return frame

    def to_polars(self, table: str = "events") -> pl.DataFrame:
        """Return a table as a Polars data frame (install `dateline[polars]`)."""
        import polars as pl

        return pl.DataFrame(self.to_arrow(table))

    def stream(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table as dictionaries without holding all of them in memory.

        Raises:
            StoreError: Its file is damaged.
        """
        from pyarrow import ArrowException, parquet

        path = self.file(table)
        self._check(table)
        try:
            for batch in parquet.ParquetFile(path).iter_batches(batch_size=2_000):
                yield from batch.to_pylist()
        except (OSError, ArrowException) as error:
            raise StoreError(f"{path} is damaged: {error}; code the stories again with --fresh") from error

    def rows(self, table: str = "events") -> list[Row]:
        """Return a table as a list of dictionaries."""
        found: list[Row] = self.to_arrow(table).to_pylist()
        return found

    def events(self) -> pa.Table:
        """Return the events as Arrow."""
        return self.to_arrow("events")

    def stories(self) -> pa.Table:
        """Return the stories with their texts as Arrow."""
        return self.to_arrow("stories")

    def statements(self) -> pa.Table:
        """Return the statements as Arrow."""
        return self.to_arrow("statements")

    def ties(self) -> pa.Table:
        """Return the ties as Arrow."""
        return self.to_arrow("ties")

    def file(self, table: str) -> Path:
        """Return the Parquet file of a table.

        Raises:
            UsageError: There is no such table.
        """
        if table not in TABLES:
            raise UsageError(f"there is no table {table!r}; choose one of {', '.join(TABLES)}")
        return self.folder / f"{table}.parquet"

    def duckdb(self) -> duckdb.DuckDBPyConnection:
        """Return an in-memory DuckDB with a view over every table; it reads this folder only and writes nowhere.

        Example:
            >>> run.duckdb().sql("SELECT type, count(*) FROM events GROUP BY type")  # doctest: +SKIP
        """
        import duckdb

        base = duckdb.connect(":memory:")
        folder = str(self.folder.resolve())
        for name in TABLES:
            self._check(name)
        base.execute(f"SET allowed_paths = [{', '.join(_quoted(f'{folder}/{name}.parquet') for name in TABLES)}]")
        base.execute("SET enable_external_access = false")
        for name in TABLES:
            base.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({_quoted(f'{folder}/{name}.parquet')})")
        base.execute("SET lock_configuration = true")
        return base

    def problems(self) -> list[str]:
        """Compare every table with the manifest and return what is wrong, in words."""
        self._checked.clear()
        found = []
        for name in TABLES:
            try:
                self._check(name)
            except StoreError as error:
                found.append(str(error))
        return found

    def damaged(self, table: str) -> bool:
        """Return whether a table is not the file that the manifest describes."""
        self._checked.discard(table)
        try:
            self._check(table)
        except StoreError:
            return True
        return False

    def _check(self, table: str) -> None:
        if table in self._checked:
            return
        path = self.file(table)
        try:
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise StoreError(f"{path} cannot be read: {error.strerror}; code the stories again with --fresh") from error
        if digest != self.manifest["tables"].get(table, {}).get("sha256"):
            words = (
                f"{path} is not the file that the manifest describes; `dateline check {path.parent} --repair` may help"
            )
            raise StoreError(f"{words}, else code the stories again with --fresh")
        self._checked.add(table)


def _manifest(path: Path) -> dict[str, Any]:
    try:
        found = json.loads((path / MANIFEST).read_text("utf-8"))
        if not isinstance(found["tables"], dict) or not isinstance(found["version"], str):
            raise StoreError(f"{path / MANIFEST} is no manifest of a run; code the stories again with --fresh")
    except (FileNotFoundError, NotADirectoryError) as error:
        if (path / "shards").is_dir():
            raise StoreError(
                f"{path} holds a run that was not finished; give the same `dateline code` again"
            ) from error
        raise UsageError(f"{path} holds no run; make one with `dateline code INPUT -o {path}`") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path / MANIFEST} is damaged: {error}; code the stories again with --fresh") from error
    manifest: dict[str, Any] = found
    return manifest


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
