"""Dateline reads news reports and keeps the record: who did or said what to whom, when, where, and how we know.

Example:
    >>> import dateline
    >>> coder = dateline.load()  # doctest: +SKIP
    >>> for event in coder.code("LIMA, May 4 (Reuters) - Peru and Chile signed a pact.", published="2020-05-04").events:
    ...     print(event.type, event.date.value)  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.model import CodedStory, DatelineError, Event, Rejected, Statement, Story, Tie
from dateline.version import VERSION as __version__  # noqa: N811

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from dateline import plot as plot
    from dateline.pipeline.coder import StoryCoder
    from dateline.store import Run

    Coded = CodedStory | Rejected

__all__ = [
    "CodedStory",
    "DatelineError",
    "Event",
    "Rejected",
    "Statement",
    "Story",
    "Tie",
    "__version__",
    "load",
    "open_run",
    "plot",
    "read",
    "to_arrow",
    "to_pandas",
    "to_polars",
]


if not TYPE_CHECKING:  # for a type checker the name is imported above, so that it sees a misspelt one

    def __getattr__(name):
        """Load `dateline.plot` when it is first used."""
        if name == "plot":
            return import_module("dateline.plot")
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")


def load(pipeline: str | None = None) -> StoryCoder:
    """Load a coder.

    Args:
        pipeline: A language pipeline, by package name or folder; the default one when None.

    Raises:
        ModelFileError: A model or data file is missing or was changed.
    """
    from dateline.pipeline.coder import StoryCoder

    return StoryCoder.load(pipeline) if pipeline else StoryCoder.load()


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    format: str | None = None,  # noqa: A002 - the public name; `dateline code --format` takes the same words
    columns: Mapping[str, str] | None = None,
    network: bool = False,
) -> Iterator[Story | Rejected]:
    """Read stories from files, folders, archives, addresses or standard input (`-`).

    Args:
        paths: One or several.
        format: One of the formats of docs/formats.md for all of them; by content and name when None.
        columns: For CSV and Parquet: the column that holds each field, such as `{"text": "body"}`.
        network: Whether addresses may be fetched.

    Yields:
        Stories, and what cannot be read as `Rejected`.
    """
    from dateline.readers import read as read_files

    return read_files(paths, format=format, columns=columns, network=network)


def open_run(folder: str | Path) -> Run:
    """Open a finished run.

    Raises:
        StoreError: There is no finished run, or a table is missing.
    """
    from dateline.store import Run

    return Run.open(folder)


def to_arrow(coded: Coded | Iterable[Coded], table: str = "events") -> pa.Table:
    """Return what a coder gave as an Arrow table with the columns of a run.

    Args:
        coded: One coded story, or any number as `code_many` gives them.
        table: stories, events, event_actors, evidence, statements, ties, tie_parties or rejected.
    """
    from dateline.store import to_arrow as convert

    return convert(coded, table)


def to_pandas(coded: Coded | Iterable[Coded], table: str = "events") -> pd.DataFrame:
    """Return what a coder gave as a pandas data frame; see `to_arrow`."""
    from dateline.store import to_pandas as convert

    return convert(coded, table)


def to_polars(coded: Coded | Iterable[Coded], table: str = "events") -> pl.DataFrame:
    """Return what a coder gave as a Polars data frame; see `to_arrow`."""
    from dateline.store import to_polars as convert

    return convert(coded, table)
