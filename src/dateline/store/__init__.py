"""Records to and from Parquet, DuckDB and other tools' formats."""

from dateline.store.commit import commit, finish_commit, half_done, own_names
from dateline.store.counting import COUNTS, counted, daily
from dateline.store.describe import describe
from dateline.store.difference import Difference, difference
from dateline.store.export import FORMATS, export, export_file, plover_records, write_rows
from dateline.store.files import Lock, fill_whole, holder, write_whole
from dateline.store.frames import to_arrow, to_pandas, to_polars
from dateline.store.reading import stored_shards
from dateline.store.rows import Row, Rows, rejected_row, rows_of
from dateline.store.run import FORMAT, MANIFEST, Run
from dateline.store.schema import JOINED, TABLES, Column, TableSchema, reference
from dateline.store.tables import ShardStore, write_tables

__all__ = [
    "COUNTS",
    "FORMAT",
    "FORMATS",
    "JOINED",
    "MANIFEST",
    "TABLES",
    "Column",
    "Difference",
    "Lock",
    "Row",
    "Rows",
    "Run",
    "ShardStore",
    "TableSchema",
    "commit",
    "counted",
    "daily",
    "describe",
    "difference",
    "export",
    "export_file",
    "fill_whole",
    "finish_commit",
    "half_done",
    "holder",
    "own_names",
    "plover_records",
    "reference",
    "rejected_row",
    "rows_of",
    "stored_shards",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "write_rows",
    "write_tables",
    "write_whole",
]
