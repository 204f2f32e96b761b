"""Makes training rows out of the hand-written sentences.

Usage: python -m tools.classifier.sentences OUT.jsonl [--held HELD.jsonl] [--copies 3] [--seed 1]

`sentences/TYPE/*.txt` hold one sentence a line, the actor in [brackets], the recipient in {braces}; a line `= mode` names
the mode of those below it (a word that is no mode of the type: none). A copy has other parties in the place of states
and of some others, so that names teach nothing; few copies lack the recipient's marks or have the marks the wrong way
round (NONE). Every twelfth sentence is held out for calibration, with all its copies.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.classifier import generate

HERE = Path(__file__).parent
MARKS = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}")
HELD = 12
ONE_WAY = frozenset({"ACCUSE", "REQUEST", "SANCTION", "ASSAULT", "COERCE", "THREATEN", "AID", "REJECT"})
Row = dict[str, Any]


def lines() -> Iterator[tuple[str, str, str]]:
    """Yield type, mode and sentence of every line."""
    for path in sorted((HERE / "sentences").glob("*/*.txt")):
        mode = ""
        for line in path.read_text("utf-8").split("\n"):
            if line.startswith("= "):
                mode = line[2:].strip()
            elif line.strip() and not line.startswith("#"):
                yield path.parent.name, mode, line.strip()


def row(label: str, mode: str, line: str, words: dict[str, str]) -> Row:
    """Take the marks out of a sentence, other `words` in place of its parties'.

    Raises:
        ValueError: The line marks no actor and no recipient, or one of them twice.
    """
    text, at = "", 0
    spans: dict[str, list[int] | None] = {"source": None, "target": None}
    for found in MARKS.finditer(line):
        slot = "source" if found[1] else "target"
        if spans[slot]:
            raise ValueError(f"{label}: two {slot}s in {line!r}")
        text += line[at : found.start()]
        filler = words.get(slot) or found[1] or found[2]
        if not text:
            filler = filler[0].upper() + filler[1:]
        spans[slot] = [len(text), len(text) + len(filler)]
        text, at = text + filler, found.end()
    if not any(spans.values()):
        raise ValueError(f"{label}: no marks in {line!r}")
    return {"text": text + line[at:], **spans, "label": label, "mode": mode}


def copy(label: str, mode: str, line: str, pick: random.Random, lists: generate.Lists) -> Row:
    """Return the sentence with other parties, or marked otherwise."""
    words = {}
    for found in MARKS.finditer(line):
        slot, own = ("source", found[1]) if found[1] else ("target", found[2])
        if own in lists["states"]:
            words[slot] = pick.choice(lists["states"])
        elif pick.random() < (0.5 if slot == "source" else 0.15):
            words[slot] = generate.actor(pick, lists)
    made = row(label, mode, line, words)
    chance = pick.random()
    if made["source"] and made["target"] and label != "NONE":
        if chance < 0.12:
            made["target"] = None
        elif chance < 0.17:
            made["source"] = None
        elif chance < 0.20 and label in ONE_WAY:
            made = {**made, "source": made["target"], "target": made["source"], "label": "NONE", "mode": ""}
    return made


def is_held(line: str) -> bool:
    """Say whether a sentence is held out, the same whatever stands beside it and whichever pair of it is marked."""
    return int(hashlib.sha256(re.sub(r"[\[\]{}]", "", line).encode()).hexdigest(), 16) % HELD == 0


def main() -> None:
    """Write the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--held", type=Path)
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pick = random.Random(options.seed)
    _, lists = generate.load()
    train, held = [], []
    for label, mode, line in lines():
        if options.held and is_held(line):
            held.append(row(label, mode, line, {}))
            continue
        train.append(row(label, mode, line, {}))
        train += [copy(label, mode, line, pick, lists) for _ in range(options.copies - 1)]
    pick.shuffle(train)
    for path, rows in ((options.out, train), (options.held, held)):
        if path:
            path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")


if __name__ == "__main__":
    main()
