"""Records as a table on a terminal, or as lines for other programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from dateline.model import UsageError
from dateline.store import write_rows

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LISTINGS = ("table", "jsonl", "csv")


def chosen_listing(wanted: str | None) -> str:
    """Return how to list: as wanted, else a table on a terminal and JSON Lines in a pipe.

    Raises:
        UsageError: There is no such way.
    """
    how = wanted or ("table" if sys.stdout.isatty() else "jsonl")
    if how not in LISTINGS:
        raise UsageError(f"there is no format {how!r}; choose table, jsonl or csv")
    return how


def print_records(
    found: Sequence[DataclassInstance], kind: type[Any], how: str, *, shown: Sequence[str], title: str
) -> None:
    """Write records to standard output.

    Args:
        found: The records.
        kind: Their class, whose fields are the columns.
        how: One of `LISTINGS`.
        shown: The columns of the table; lines hold all.
        title: Heading of the table.
    """
    if how != "table":
        write_rows((asdict(record) for record in found), [f.name for f in fields(kind)], how, sys.stdout)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title)
    for column in shown:
        table.add_column(column, overflow="fold")
    for record in found:
        table.add_row(*(Text(str(getattr(record, column) or "")) for column in shown))
    Console().print(table)
