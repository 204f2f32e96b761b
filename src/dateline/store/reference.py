"""Writes docs/record-reference.md from the schema: `python -m dateline.store.reference docs/record-reference.md`."""

from __future__ import annotations

import sys
from pathlib import Path

from dateline.store.schema import reference


def main(arguments: list[str]) -> int:
    """Write the reference to the file named, or to standard output."""
    if arguments:
        Path(arguments[0]).write_text(reference(), "utf-8")
    else:
        sys.stdout.write(reference())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
