"""Mixes hand-written, read and generated rows for the second stage of training.

Usage: python tools/classifier/mix.py OUT.jsonl --hand HAND.jsonl --generated ROWS.jsonl [--seed 1]

Rows that were read count twice; of the generated ones 900 are taken, and 500 that `mine.py` found to hold no event.
Sentences of stories that are held out (`read_rows`) are left out of all of them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from pathlib import Path
from typing import Any

READ = Path(__file__).parent / "read" / "wikinews.jsonl"
GENERATED, WEAK, HELD = 900, 500, 5
Row = dict[str, Any]


def rows_in(path: Path) -> list[Row]:
    """Read JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def is_held(story: str) -> bool:
    """Say whether a story is held out of training, for thresholds."""
    return int(hashlib.sha256(story.encode()).hexdigest(), 16) % HELD == 0


def read_rows(*, held: bool) -> list[Row]:
    """Return the rows that were labelled by reading, of the stories held out or of the others."""
    return [row for row in rows_in(READ) if is_held(row["story"]) == held]


def not_held(rows: list[Row]) -> list[Row]:
    """Return rows without those whose sentences are held out."""
    closed = {row["text"] for row in read_rows(held=True)}
    return [row for row in rows if row["text"] not in closed]


def write_rows(path: Path, rows: list[Row], pick: random.Random) -> None:
    """Write rows in an order of chance."""
    pick.shuffle(rows)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def main() -> None:
    """Write the mixed rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--hand", type=Path, required=True)
    parser.add_argument("--generated", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pick = random.Random(options.seed)
    generated = not_held(rows_in(options.generated))
    weak = [row for row in generated if row["label"] == "NONE"]
    rows = not_held(rows_in(options.hand))
    rows += pick.sample(weak, min(WEAK, len(weak))) + pick.sample(generated, min(GENERATED, len(generated)))
    rows += read_rows(held=False) * 2
    write_rows(options.out, rows, pick)


if __name__ == "__main__":
    main()
