"""Dateline reads news reports and keeps the record: who did or said what to whom, when, where, who says so, and how we know.

Example:
    >>> import dateline
    >>> coder = dateline.load()  # doctest: +SKIP
    >>> for event in coder.code("LIMA, May 4 (Reuters) - Peru and Chile signed a pact.", published="2020-05-04").events:
    ...     print(event.type, event.date.value)  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.model import CodedStory, DatelineError, Event, Rejected, Statement, Story, Tie
from dateline.version import VERSION as __version__  # noqa: N812

if TYPE_CHECKING:
    from dateline.pipeline.coder import StoryCoder
    from dateline.store import Run

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
    "read",
]


def load(pipeline: str | None = None) -> StoryCoder:
    """Load a coder.

    Args:
        pipeline: A language pipeline, by package name or folder; the default one when None.

    Raises:
        ModelFileError: A model or data file is missing or was changed.
    """
    from dateline.pipeline.coder import StoryCoder

    return StoryCoder.load(pipeline) if pipeline else StoryCoder.load()


def read(paths: str | Path | Iterable[str | Path], *, format: str | None = None) -> Iterator[Story | Rejected]:
    """Read stories from files, folders or standard input (`-`); what cannot be read comes out as `Rejected`."""
    from dateline.readers import read as read_files

    return read_files(paths, format=format)


def open_run(folder: str | Path) -> Run:
    """Open a finished run.

    Raises:
        StoreError: There is no finished run, or a table is missing.
    """
    from dateline.store import Run

    return Run.open(folder)
