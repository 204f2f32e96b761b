"""Keeps coding what comes into a folder or a feed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.model import ReadError
from dateline.pipeline.run import Progress, RunOptions, code_run
from dateline.readers import find_inputs

if TYPE_CHECKING:
    from dateline.pipeline.coder import StoryCoder


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchOptions:
    """How to watch.

    Attributes:
        every: Seconds between two looks.
        looks: Looks to take at most; None: until interrupted.
        run: How to code.
    """

    every: float = 30.0
    looks: int | None = None
    run: RunOptions = field(default_factory=RunOptions)


def watch(
    sources: list[str],
    out: Path,
    coder: StoryCoder,
    *,
    options: WatchOptions | None = None,
    on_added: Callable[[Progress], None] | None = None,
    sleep: Callable[[float], object] = time.sleep,
) -> None:
    """Code what is new in folders, files or feeds, again and again; the models stay loaded.

    A file is taken once its size and time have not changed between two looks, so that half a file is never coded. A
    feed is read at every look; what the run holds already is skipped.

    Args:
        sources: Folders, files, or addresses that the readers know.
        out: The run.
        coder: The stages.
        options: How to watch.
        on_added: Called after a look that added something.
        sleep: Waits between two looks.

    Raises:
        StoreError: The run is being written by another process, or cannot be written.
    """
    chosen = options or WatchOptions()
    seen: dict[str, tuple[int, int]] = {}
    done: dict[str, tuple[int, int]] = {}
    look = 0
    while chosen.looks is None or look < chosen.looks:
        if look:
            sleep(chosen.every)
        look += 1
        now = dict(_states(sources))
        ready = [name for name, state in now.items() if seen.get(name) == state and done.get(name) != state]
        feeds = [source for source in sources if "://" in source]
        seen = now
        if not ready and not feeds:
            continue
        added = code_run([*ready, *feeds], out, options=chosen.run, coder=coder)
        done.update({name: now[name] for name in ready})
        if on_added and (added.stories or added.rejected):
            on_added(added)


def _states(sources: list[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield every file with its size and time of change."""
    for source in find_inputs([name for name in sources if "://" not in name]):
        if isinstance(source, ReadError) or source.path is None:
            continue
        try:
            found = source.path.stat()
        except OSError:
            # It was moved away between listing and looking.
            continue
        yield str(source.path), (found.st_size, found.st_mtime_ns)
