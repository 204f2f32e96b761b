"""One table of the workbench, and the same table as CSV, JSON, Parquet and Python."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response, StreamingResponse

from dateline.apps.workbench.base import Base, Row

FORMATS = ("csv", "json", "parquet")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A table that an address asks for.

    Attributes:
        name: For file names: `events`.
        sql: The question to the index, without LIMIT; `values` fill its question marks.
        portable: The same question to the run's own tables, `portable_values` its values.
        items: Parameters of its own address; None: those of the page that shows it.
        script: Python that gives the table, where no SQL does; `{folder!r}` stands for the run's folder.
    """

    name: str
    sql: str
    values: tuple[Any, ...] = ()
    portable: str = ""
    portable_values: tuple[Any, ...] = ()
    script: str = ""
    items: tuple[tuple[str, str], ...] | None = None

    def page(self, base: Base, *, page: int, per: int) -> list[Row]:
        """Return the rows of one page, counted from 1."""
        return base.rows(f"{self.sql} LIMIT ? OFFSET ?", [*self.values, per, (page - 1) * per])


def python_of(listing: Listing, folder: Path) -> str:
    """Return Python that gives the same table from the run itself."""
    if listing.script:
        return listing.script.format(folder=str(folder))
    values = ", ".join(_literal(value) for value in listing.portable_values)
    lines = [
        *(["import datetime", ""] if "datetime." in values else []),
        "import dateline",
        "",
        f"run = dateline.open_run({str(folder)!r})",
        f'sql = """\n{listing.portable}\n"""',
        f"{listing.name} = run.duckdb().execute(sql, [{values}]).df()",
    ]
    return "\n".join(lines) + "\n"


def _literal(value: Any) -> str:
    return f"datetime.date({value.year}, {value.month}, {value.day})" if isinstance(value, date) else repr(value)


def download(base: Base, listing: Listing, to: str, *, excel: bool = False) -> Response:
    """Return the whole table as a file: CSV and JSON are written while they are sent.

    Args:
        base: The index.
        listing: The table.
        to: One of `FORMATS`.
        excel: In CSV, put an apostrophe before cells that a spreadsheet would take for a formula.
    """
    name = {"Content-Disposition": f'attachment; filename="{listing.name}.{to}"'}
    if to == "parquet":
        return _parquet(base, listing)
    if to == "json":
        return StreamingResponse(_json(base, listing), media_type="application/json", headers=name)
    return StreamingResponse(_csv(base, listing, excel), media_type="text/csv; charset=utf-8", headers=name)


def _csv(base: Base, listing: Listing, excel: bool) -> Iterator[str]:
    schema, batches = base.batches(listing.sql, listing.values)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(schema.names)
    for batch in batches:
        for row in batch.to_pylist():
            cells = row.values()
            writer.writerow([_safe(cell) for cell in cells] if excel else cells)
        yield _emptied(buffer)
    yield _emptied(buffer)


def _emptied(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _json(base: Base, listing: Listing) -> Iterator[str]:
    _, batches = base.batches(listing.sql, listing.values)
    lead = "[\n"
    for batch in batches:
        lines = [json.dumps(row, ensure_ascii=False, default=str) for row in batch.to_pylist()]
        if lines:
            yield lead + ",\n".join(lines)
            lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"


def _parquet(base: Base, listing: Listing) -> Response:
    from pyarrow import parquet

    schema, batches = base.batches(listing.sql, listing.values)
    with tempfile.NamedTemporaryFile(suffix=".parquet", delete=False) as file:
        path = Path(file.name)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
    return FileResponse(
        path,
        media_type="application/vnd.apache.parquet",
        filename=f"{listing.name}.parquet",
        background=BackgroundTask(path.unlink, missing_ok=True),
    )
