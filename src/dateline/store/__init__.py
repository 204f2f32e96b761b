"""Records to and from Parquet, DuckDB and other tools' formats."""

from dateline.store.export import FORMATS, export, plover_records
from dateline.store.rows import Row, Rows, rejected_row, rows_of
from dateline.store.run import FORMAT, MANIFEST, Lock, Run, ShardStore, write_tables, write_whole
from dateline.store.schema import TABLES, Column, TableSchema

__all__ = [
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
    "export",
    "plover_records",
    "rejected_row",
    "rows_of",
    "write_tables",
    "write_whole",
]
