"""Counts, F1 figures and bootstrap intervals shared by all suites."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Row = TypeVar("Row")
BOOTSTRAP_ROUNDS = 200
SEED = 20191003


@dataclass(frozen=True, slots=True)
class Tally:
    """Correct, system and gold counts of one comparison; add them up, then ask for figures."""

    correct: int = 0
    system: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.correct + other.correct, self.system + other.system, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the system's answers that are right (1.0 when it gave none)."""
        return self.correct / self.system if self.system else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold answers found (1.0 when there are none)."""
        return self.correct / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall: 2c / (system + gold)."""
        total = self.system + self.gold
        return 2 * self.correct / total if total else 1.0


def harmonic(a: float, b: float) -> float:
    """Return the harmonic mean of two shares."""
    return 2 * a * b / (a + b) if a + b else 0.0


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the unweighted mean F1 over the classes that occur in the gold labels.

    Args:
        pairs: (gold label, system label) for every row.

    Example:
        >>> macro_f1([("a", "a"), ("b", "a")])
        0.3333333333333333
    """
    classes = sorted({gold for gold, _ in pairs})
    if not classes:
        return 0.0
    total = 0.0
    for label in classes:
        correct = sum(g == s == label for g, s in pairs)
        total += Tally(correct, sum(s == label for _, s in pairs), sum(g == label for g, _ in pairs)).f1
    return total / len(classes)


def intervals(rows: Sequence[Row], figures: Callable[[Sequence[Row]], dict[str, float]]) -> dict[str, list[float]]:
    """Return 95 % percentile bootstrap intervals of every figure, resampling rows.

    Args:
        rows: Per-row outcomes, in file order.
        figures: Computes the figures of a sample of outcomes.
    """
    if not rows:
        return {}
    chooser = random.Random(SEED)
    rounds = [figures(chooser.choices(rows, k=len(rows))) for _ in range(BOOTSTRAP_ROUNDS)]
    found = {}
    for key in rounds[0]:
        values = sorted(r[key] for r in rounds)
        low, high = int(0.025 * len(values)), int(0.975 * len(values)) - 1
        found[key] = [round(values[low], 4), round(values[high], 4)]
    return found
