"""Measures how well a type is learned from ten examples by `dateline codebook new`, one PLOVER type left out at a time.

Usage: python -m tools.measure_types [--model FOLDER] [--types PROTEST,AID] [--examples 10] [--draws 3]

`--model` is a classifier that never saw the types (`tools/classifier/README.md` says how to train one); without it the
shipped one is measured, which saw them all, as the upper bound. Examples are drawn from `tools/classifier/sentences`; the
rest of the type's sentences, and twenty of every other type, none of them shipped as background, are the test.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from dateline.coding.custom import Definition, learn, pair_of
from dateline.coding.models.classifier import Classifier, Pair
from dateline.knowledge.codebook import Codebook, data_folder
from dateline.model import EventType

SENTENCES = Path(__file__).parent / "classifier" / "sentences"
OTHERS = 20


def sentences() -> dict[str, list[str]]:
    """Return the hand-written sentences by type, those left out that the learner has as background."""
    shipped = (data_folder() / "classifier" / "background.tsv").read_text("utf-8")
    found: dict[str, list[str]] = {}
    for path in sorted(SENTENCES.glob("*/*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip() and line[0] not in "=#" and "[" in line and line not in shipped:
                found.setdefault(path.parent.name, []).append(line.strip())
    return found


def measure(event_type: EventType, classifier: Classifier, by_type: dict[str, list[str]], draw: int, count: int) -> Any:
    """Learn a type from `count` examples and return its precision, recall and F1 (0 to 1)."""
    pick = random.Random(draw)
    own = pick.sample(by_type[event_type], len(by_type[event_type]))
    definition = Definition(
        name="left-out",
        plover=event_type,
        cameo=Codebook.load().types[event_type].cameo,
        definition="",
        examples=tuple(own[:count]),
    )
    custom = learn(definition, classifier)
    others = [line for label in sorted(by_type) if label != event_type for line in pick.sample(by_type[label], OTHERS)]
    tests: list[Pair] = [pair_of(line) for line in (*own[count:], *others)]
    judged = classifier.judge(tests, features=True)
    return scores([custom.share(j) >= custom.threshold for j in judged], len(own) - count)


def scores(fired: Sequence[bool], good: int) -> tuple[float, float, float]:
    """Return precision, recall and F1; the first `good` tests are events of the type."""
    right = sum(fired[:good])
    precision, recall = right / max(sum(fired), 1), right / max(good, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    """Print a line of JSON a type."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--types", default=",".join(EventType))
    parser.add_argument("--examples", type=int, default=10)
    parser.add_argument("--draws", type=int, default=3)
    options = parser.parse_args()
    classifier, by_type = Classifier.load(options.model), sentences()
    for name in options.types.split(","):
        found = [measure(EventType(name), classifier, by_type, draw, options.examples) for draw in range(options.draws)]
        precision, recall, f1 = (round(mean(column), 3) for column in zip(*found, strict=True))
        print(json.dumps({"type": name, "precision": precision, "recall": recall, "f1": f1}), flush=True)


if __name__ == "__main__":
    main()
