"""All tables of a run change at once or not at all, also when the process is killed between two renames.

New tables are written beside the old ones under names that end in `.new`; then the new manifest, also as `.new`. From
then on the change counts: whoever finds `manifest.json.new` finishes the renames. Without it, `.new` files are waste.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dateline.model import StoreError
from dateline.store.files import flush, write_whole
from dateline.store.run import MANIFEST
from dateline.store.schema import TABLES

NEW = ".new"


def commit(folder: Path, manifest: dict[str, Any]) -> None:
    """Put the tables that lie ready as `.new` into place, with their manifest.

    Args:
        folder: The run folder.
        manifest: What describes them.

    Raises:
        StoreError: The disk is full or the folder cannot be written.
    """
    body = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    write_whole(folder / (MANIFEST + NEW), body.encode())
    finish_commit(folder)


def finish_commit(folder: Path) -> bool:
    """Finish a change that was stopped between two renames, or throw away one that never counted.

    Returns:
        Whether there was anything to do.

    Raises:
        StoreError: The folder cannot be written.
    """
    try:
        found = sorted(folder.glob("*" + NEW))
        if not found:
            return False
        counts = (folder / (MANIFEST + NEW)) in found
        # The manifest comes last: until then the old one stands, and a second stop is finished in the same way.
        for path in sorted(found, key=lambda p: p.name.startswith(MANIFEST)):
            if counts:
                path.replace(path.with_name(path.name.removesuffix(NEW)))
            else:
                path.unlink(missing_ok=True)
        flush(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"{folder} cannot be written: {reason}; free space or permissions, then run again") from error
    return True


def half_done(folder: Path) -> bool:
    """Return whether a change was stopped after it counted and before all files had their names."""
    return (folder / (MANIFEST + NEW)).exists()


def own_names() -> set[str]:
    """Return the names of all files that a run folder may hold."""
    ends = ("", ".tmp", NEW, NEW + ".tmp")
    tables = {f"{name}.parquet{end}" for name in TABLES for end in ends}
    return {".lock", "shards", *tables, *(MANIFEST + end for end in ends)}
