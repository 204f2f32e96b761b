"""Rows to Parquet: shards while a run is being coded, then one file a table."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.model import StoreError
from dateline.store.files import settle, write_whole
from dateline.store.rows import Row, Rows
from dateline.store.schema import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

# Rows gathered before a row group is written: few groups, and memory that does not grow with the run. Rows wait as
# Arrow, a tenth of what they take as dictionaries; a group is a whole number of chunks.
_GROUP, _CHUNK = 20_000, 1_000


class ShardStore:
    """Shards of a run that is being coded: one compressed file each, written whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "shards"

    def path(self, number: int) -> Path:
        """Return the file of a shard."""
        return self._folder / f"{number:06d}.json.gz"

    def load(self, number: int, key: str) -> Rows | None:
        """Return a shard finished earlier for the same inputs and configuration; None when there is none."""
        try:
            found = json.loads(gzip.decompress(self.path(number).read_bytes()))
        except (OSError, ValueError, EOFError, zlib.error):
            return None
        rows: Rows | None = found["rows"] if isinstance(found, dict) and found.get("key") == key else None
        return rows

    def files(self) -> list[Path]:
        """Return the files of all shards."""
        return sorted(self._folder.glob("*.json.gz"))

    def sound(self, path: Path) -> bool:
        """Return whether a shard's file is whole."""
        try:
            found = json.loads(gzip.decompress(path.read_bytes()))
        except (OSError, ValueError, EOFError, zlib.error):
            return False
        return isinstance(found, dict) and {"key", "rows"} <= found.keys()

    def save(self, number: int, key: str, rows: Rows) -> None:
        """Write a shard.

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


def arrow_table(name: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Return rows of a table as Arrow; columns that a row lacks are null, dates may be ISO strings."""
    import pyarrow as pa

    schema = TABLES[name].arrow()
    columns = []
    for field in schema:
        values = [row.get(field.name) for row in rows]
        if pa.types.is_date(field.type):
            values = [date.fromisoformat(value) if isinstance(value, str) else value for value in values]
        columns.append(pa.array(values, type=field.type))
    return pa.Table.from_arrays(columns, schema=schema)


def write_tables(folder: Path, shards: Iterator[Rows]) -> dict[str, dict[str, Any]]:
    """Write the Parquet tables from the rows of all shards, in order; the same rows give the same bytes.

    However the rows are parted into shards, the bytes are the same. The files end in `.new`; `commit` gives them their
    names.

    Args:
        folder: The run folder.
        shards: Rows by table, shard by shard.

    Returns:
        Rows, bytes and SHA-256 of every table.

    Raises:
        StoreError: The disk is full or the folder cannot be written.
    """
    import pyarrow as pa

    partial = {name: folder / f"{name}.parquet.new.tmp" for name in TABLES}
    writers: dict[str, _Writer] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            writers[name] = _Writer(name, partial[name])
        for rows in shards:
            for name, writer in writers.items():
                writer.add(rows.get(name, []))
        return {
            name: _finish(writer, partial[name], folder / f"{name}.parquet.new") for name, writer in writers.items()
        }
    except (OSError, pa.ArrowException) as error:
        for writer in writers.values():
            writer.abandon()
        reason = getattr(error, "strerror", None) or str(error)
        words = (
            f"the tables in {folder} cannot be written: {reason}; free space or choose another folder, then run again"
        )
        raise StoreError(words) from error
    finally:
        with suppress(OSError):
            for path in partial.values():
                path.unlink(missing_ok=True)


class _Writer:
    """One Parquet file with fixed options, so that equal rows give equal bytes."""

    def __init__(self, name: str, path: Path) -> None:
        from pyarrow import parquet

        self._name = name
        self._waiting: list[Row] = []
        self._chunks: list[pa.Table] = []
        self.count = 0
        options = {"compression": "zstd", "compression_level": 3, "version": "2.6", "data_page_version": "1.0"}
        self._writer = parquet.ParquetWriter(path, TABLES[name].arrow(), **options)

    def add(self, rows: list[Row]) -> None:
        """Take rows; they are written once enough have come."""
        self._waiting.extend(rows)
        while len(self._waiting) >= _CHUNK:
            self._chunks.append(arrow_table(self._name, self._waiting[:_CHUNK]))
            del self._waiting[:_CHUNK]
            if len(self._chunks) * _CHUNK >= _GROUP:
                self._write()

    def close(self) -> None:
        """Write what is left and end the file."""
        if self._waiting:
            self._chunks.append(arrow_table(self._name, self._waiting))
            self._waiting = []
        if self._chunks:
            self._write()
        self._writer.close()

    def abandon(self) -> None:
        """Let go of a file that will not be finished; else its finaliser would try once more and print a trace."""
        self._writer.is_open = False

    def _write(self) -> None:
        import pyarrow as pa

        group = pa.concat_tables(self._chunks).combine_chunks()
        self._chunks = []
        self._writer.write_table(group, row_group_size=group.num_rows)
        self.count += group.num_rows


def _finish(writer: _Writer, partial: Path, path: Path) -> dict[str, Any]:
    writer.close()
    with partial.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    size = partial.stat().st_size
    settle(partial, path)
    return {"rows": writer.count, "bytes": size, "sha256": digest}
