"""Records to and from Parquet, DuckDB and other tools' formats."""

from dateline.store.counting import COUNTS, counted, daily
from dateline.store.export import FORMATS, export, export_file, plover_records, write_rows
from dateline.store.files import Lock, fill_whole, write_whole
from dateline.store.frames import to_arrow, to_pandas, to_polars
from dateline.store.rows import Row, Rows, rejected_row, rows_of
from dateline.store.run import FORMAT, MANIFEST, Run
from dateline.store.schema import TABLES, Column, TableSchema, reference
from dateline.store.tables import ShardStore, write_tables

__all__ = [
    "COUNTS",
    "FORMAT",
    "FORMATS",
    "MANIFEST",
    "TABLES",
    "Column",
    "Lock",
    "Row",
    "Rows",
    "Run",
    "ShardStore",
    "TableSchema",
    "counted",
    "daily",
    "export",
    "export_file",
    "fill_whole",
    "plover_records",
    "reference",
    "rejected_row",
    "rows_of",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "write_rows",
    "write_tables",
    "write_whole",
]
