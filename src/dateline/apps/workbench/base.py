"""Asks the index of a run; every answer of a finished run stays true, so small ones are kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dateline.apps.workbench.index import index_file, open_index
from dateline.store import Run

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]
_KEPT = 512
_KEPT_ROWS = 400


class Base:
    """One run's index with a cursor for every question, so that pages can be made in parallel.

    Example:
        >>> base = Base.open(dateline.open_run("runs/demo"))  # doctest: +SKIP
        >>> base.rows("SELECT type, count(*) AS n FROM events GROUP BY type")  # doctest: +SKIP
    """

    def __init__(self, run: Run) -> None:
        """Use `Base.open`."""
        self.run = run
        self._index = open_index(index_file(run))
        self._kept: OrderedDict[tuple[str, tuple[Any, ...]], list[Row]] = OrderedDict()
        self._guard = threading.Lock()

    @classmethod
    def open(cls, run: Run) -> Base:
        """Open the index of a run, making it if need be.

        Raises:
            StoreError: A table is damaged or the index cannot be written.
        """
        return cls(run)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a question; `values` fill its question marks and are never read as SQL."""
        found = self._index.cursor().execute(sql, list(values))
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def kept(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a question, from memory when it was asked before; do not change them."""
        key = (sql, tuple(values))
        with self._guard:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = self.rows(sql, values)
        if len(found) <= _KEPT_ROWS:
            with self._guard:
                self._kept[key] = found
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return found

    def first(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a question, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def batches(self, sql: str, values: Sequence[Any] = ()) -> tuple[pa.Schema, Iterator[pa.RecordBatch]]:
        """Return the answer as a schema and Arrow batches, made while they are read."""
        reader = self._index.cursor().sql(sql, params=list(values)).to_arrow_reader(10_000)
        return reader.schema, iter(reader)

    def close(self) -> None:
        """Let go of the file."""
        self._index.close()
