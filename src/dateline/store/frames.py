"""Coded stories in memory as Arrow, pandas or Polars, without a run folder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.model import CodedStory, Rejected, UsageError
from dateline.store.rows import Row, rejected_row, rows_of
from dateline.store.schema import TABLES
from dateline.store.tables import arrow_table

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Coded = CodedStory | Rejected


def to_arrow(coded: Coded | Iterable[Coded], table: str = "events") -> pa.Table:
    """Return what was coded as a table with the columns of a run.

    Args:
        coded: One coded story, or any number as `code_many` gives them.
        table: Name of the table.

    Raises:
        UsageError: There is no such table.
    """
    if table not in TABLES:
        raise UsageError(f"there is no table {table!r}; choose one of {', '.join(TABLES)}")
    items = [coded] if isinstance(coded, CodedStory | Rejected) else coded
    return arrow_table(table, [row for item in items for row in _rows(item, table)])


def _rows(item: Coded, table: str) -> list[Row]:
    if isinstance(item, Rejected):
        return [rejected_row(item)] if table == "rejected" else []
    return rows_of(item).get(table, [])


def to_pandas(coded: Coded | Iterable[Coded], table: str = "events") -> pd.DataFrame:
    """Return what was coded as a pandas data frame; see `to_arrow`."""
    frame: pd.DataFrame = to_arrow(coded, table).to_pandas()
    return frame


def to_polars(coded: Coded | Iterable[Coded], table: str = "events") -> pl.DataFrame:
    """Return what was coded as a Polars data frame; see `to_arrow`."""
    import polars as pl

    return pl.DataFrame(to_arrow(coded, table))
