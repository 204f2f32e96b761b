"""Rows for a further run from a trained model: what is new, and a sample of the old so that nothing is forgotten.

Usage: python -m tools.classifier.further OUT.jsonl --stage 1|2|3|4 [--generated ROWS.jsonl] [--seed 5]

Stage 1: the sentences of `deep-*.txt`, the older judged pairs, 1,900 of the older sentences, 500 generated rows. Stage 2: the
judged pairs that were added last (`NEWEST`) and the sentences of `deep-border.txt`, both twice, and 700 of each of the
rest. Stage 3: every judged row, those of sentences without a frame (`SILENT`) twice, and 5,000 older sentences. Stage 4:
every judged row, 6,000 older sentences, and the sentences of `single-*.txt` and `domain-*.txt` twice, once with other
parties. Sentences and stories that are held out stay out.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.classifier import generate, sentences
from tools.classifier.mix import READ, is_held, not_held, rows_in, write_rows

OLD, WEAK, GENERATED, EACH = 1900, 200, 300, 700
NEWEST, SILENT = 357, 2634
FEW, MANY = 5000, 6000
IDIOM = ("single-", "domain-")
BORDER = "deep-border.txt"
Row = dict[str, Any]


def lines() -> Iterator[tuple[str, str, str, str]]:
    """Yield file name, type, mode and sentence of every line that is not held out."""
    for path in sorted((sentences.HERE / "sentences").glob("*/*.txt")):
        mode = ""
        for line in path.read_text("utf-8").split("\n"):
            if line.startswith("= "):
                mode = line[2:].strip()
            elif line.strip() and not line.startswith("#") and not sentences.is_held(line.strip()):
                yield path.name, path.parent.name, mode, line.strip()


def older() -> Iterator[tuple[str, str, str, str]]:
    """Yield the lines that stages 1 and 2 had."""
    return (line for line in lines() if not line[0].startswith(IDIOM))


def first(pick: random.Random, generated: list[Row]) -> list[Row]:
    """Return the rows of stage 1."""
    _, lists = generate.load()
    new, old = [], []
    for name, label, mode, line in older():
        if name.startswith("deep-") and name != BORDER:
            new.append(sentences.row(label, mode, line, {}))
        elif name != BORDER:
            plain = pick.random() >= 0.5
            made = sentences.row(label, mode, line, {}) if plain else sentences.copy(label, mode, line, pick, lists)
            old.append(made)
    weak = [row for row in generated if row["label"] == "NONE"]
    rows = new + pick.sample(old, OLD) + pick.sample(weak, WEAK) + pick.sample(generated, GENERATED)
    return rows + [row for row in rows_in(READ)[: -NEWEST - SILENT] if not is_held(row["story"])]


def second(pick: random.Random) -> list[Row]:
    """Return the rows of stage 2."""
    _, lists = generate.load()
    judged = rows_in(READ)[:-SILENT]
    newest = [row for row in judged[-NEWEST:] if not is_held(row["story"])]
    before = [row for row in judged[:-NEWEST] if not is_held(row["story"])]
    border, deep, old = [], [], []
    for name, label, mode, line in older():
        row = sentences.row(label, mode, line, {})
        if name == BORDER:
            border += [row, sentences.copy(label, mode, line, pick, lists)]
        elif name.startswith("deep-"):
            deep.append(sentences.copy(label, mode, line, pick, lists))
        else:
            old.append(row)
    return newest * 2 + border + [row for some in (before, deep, old) for row in pick.sample(some, EACH)]


def third(pick: random.Random) -> list[Row]:
    """Return the rows of stage 3."""
    judged = rows_in(READ)
    kept = [row for row in [*judged, *judged[-SILENT:]] if not is_held(row["story"])]
    return kept + pick.sample(_either(pick), FEW)


def fourth(pick: random.Random) -> list[Row]:
    """Return the rows of stage 4."""
    _, lists = generate.load()
    idiom = [(label, mode, line) for name, label, mode, line in lines() if name.startswith(IDIOM)]
    rows = [sentences.row(label, mode, line, {}) for label, mode, line in idiom]
    rows += [sentences.copy(label, mode, line, pick, lists) for label, mode, line in idiom]
    return rows + [row for row in rows_in(READ) if not is_held(row["story"])] + pick.sample(_either(pick), MANY)


def _either(pick: random.Random) -> list[Row]:
    """Return the older sentences, each as it stands or with other parties."""
    _, lists = generate.load()
    return [
        sentences.row(label, mode, line, {}) if pick.random() < 0.5 else sentences.copy(label, mode, line, pick, lists)
        for _, label, mode, line in older()
    ]


def main() -> None:
    """Write the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--stage", type=int, choices=(1, 2, 3, 4), required=True)
    parser.add_argument("--generated", type=Path, help="rows of `generate.py`, for stage 1")
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    pick = random.Random(options.seed)
    if options.stage == 1:
        rows = first(pick, not_held(rows_in(options.generated)))
    else:
        rows = {2: second, 3: third, 4: fourth}[options.stage](pick)
    write_rows(options.out, not_held(rows), pick)


if __name__ == "__main__":
    main()
