"""Parquet tables, some hundred rows at a time and only the columns that stories need."""

from __future__ import annotations

from dateline.model import ReadError
from dateline.readers.formats.columns import choose, record
from dateline.readers.inputs import Format, Input, Items
from dateline.readers.records import read_record

_ROWS = 256


def read(source: Input) -> Items:
    """Yield the story of every row.

    Raises:
        ReadError: The file is damaged, or no column holds the text.
    """
    import pyarrow as pa
    from pyarrow import parquet

    number = 0
    try:
        file = parquet.ParquetFile(source.stream, pre_buffer=False, memory_map=False)
        names = list(file.schema_arrow.names)
        chosen = choose(names, source.options.columns)
        wanted = sorted(set(chosen.values()))
        places = {field: wanted.index(n) for field, n in chosen.items()}
        batches = file.iter_batches(batch_size=_ROWS, columns=[names[n] for n in wanted], use_threads=False)
        for batch in batches:
            for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                yield read_record(record(row, places), origin=source.origin, position=f"row {number}")
    except (OSError, pa.ArrowException, OverflowError, UnicodeDecodeError) as error:
        raise ReadError(f"damaged from row {number + 1} on ({str(error)[:150]})") from error
    if not number:
        yield source.rejected("the table has no rows", "nothing to do")


PARQUET = Format(
    name="parquet",
    says="Parquet tables",
    suffixes=(".parquet", ".pq"),
    sniff=lambda head: head.startswith(b"PAR1"),
    read=read,
    seeks=True,
)
