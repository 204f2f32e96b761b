"""Draws stories at random for a review by eye.

    python -m tools.reviews.draw STORIES --size 200 --seed 20261128 --without tests/labels > sample.jsonl

STORIES is a `.jsonl` or `.jsonl.gz` with `id`, `published`, `title`, `text`. Stories whose ids stand in a file under a
folder given with `--without` are left out: coding was developed on them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a JSON Lines file, plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def known_ids(folders: Iterable[Path]) -> frozenset[str]:
    """Return the ids of all rows of the `.jsonl` files under the folders."""
    files = (file for folder in folders for file in folder.rglob("*.jsonl"))
    return frozenset(str(row["id"]) for file in files for row in read_rows(file) if "id" in row)


def draw(stories: Iterable[Row], *, size: int, seed: int, without: frozenset[str]) -> list[Row]:
    """Return `size` stories by chance, in the order of the file."""
    able = [story for story in stories if story["id"] not in without]
    chosen = set(random.Random(seed).sample(range(len(able)), size))
    return [story for number, story in enumerate(able) if number in chosen]


def main() -> None:
    """Print the drawn stories, one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    drawn = draw(read_rows(options.stories), size=options.size, seed=options.seed, without=known_ids(options.without))
    for row in drawn:
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
