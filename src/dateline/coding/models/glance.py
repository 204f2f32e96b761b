"""How likely a sentence tells a deed or a standing relation, by its words alone: which sentences are worth a question.

The trigger model takes some milliseconds a sentence, and half of the sentences of a report tell nothing. A weight for
each word, learned from the same marked sentences (`tools/triggers/glance.py`), says so in microseconds.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from dateline.knowledge.codebook import data_folder
from dateline.model import Token

FILE = "glance.tsv"
# The share below which a sentence is not read: of held-out sentences of published news more than a third stand
# below, with four in a hundred of their deeds.
WORTH = 0.2
# A word of more than so many letters counts by its beginning, too: "accuse*" of "accused", "accusers".
STEM = 6


class Glance:
    """Weighs the words of sentences.

    Example:
        >>> Glance({"": -1.0, "shelled": 3.0}).likelihood(["Peru", "shelled", "it"])
        0.88
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Take the weight of each word and beginning, and under the empty word that of any sentence."""
        self._weights = weights

    @classmethod
    def load(cls, path: Path | None = None) -> Glance:
        """Load the shipped weights, or those of a file of that form: word, tab, weight."""
        lines = (path or data_folder() / "triggers" / FILE).read_text("utf-8").splitlines()
        pairs = (line.split("\t") for line in lines if not line.startswith("#"))
        return cls({word: float(weight) for word, weight in pairs})

    def likelihood(self, words: Iterable[str]) -> float:
        """Return how likely (0 to 1) a sentence of these words tells a deed or a standing relation."""
        seen = {feature for word in words for feature in features(word)}
        score = self._weights.get("", 0.0) + sum(self._weights.get(feature, 0.0) for feature in seen)
        return round(1 / (1 + math.exp(-score)), 2)

    def is_worth(self, tokens: Iterable[Token]) -> bool:
        """Say whether a sentence is worth a question."""
        return self.likelihood(t.text for t in tokens) >= WORTH


@cache
def shipped() -> Glance:
    """Return the shipped weights, read once."""
    return Glance.load()


def features(word: str) -> Iterator[str]:
    """Yield what counts of a word: itself without its case, and the beginning of a long one."""
    plain = word.lower()
    if plain.isalpha():
        yield plain
        if len(plain) > STEM:
            yield plain[:STEM] + "*"
