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


def wilson(correct: int, n: int, *, z: float = 1.959964) -> tuple[float, float]:
    """Return Wilson's score interval of a share; it keeps its level for small samples and shares near 0 or 1.

    Args:
        correct: How many were right.
        n: Of how many; with 0 nothing is known.
        z: Quantile of the normal distribution; the default gives 95 %.

    Example:
        >>> tuple(round(bound, 3) for bound in wilson(9, 10))
        (0.596, 0.982)
    """
    if n == 0:
        return 0.0, 1.0
    share, z2 = correct / n, z * z
    centre = share + z2 / (2 * n)
    spread = z * ((share * (1 - share) + z2 / (4 * n)) / n) ** 0.5
    return max(0.0, (centre - spread) / (1 + z2 / n)), min(1.0, (centre + spread) / (1 + z2 / n))


def stratified(strata: Sequence[tuple[int, int, int]], *, z: float = 1.959964) -> tuple[float, float, float]:
    """Return a share estimated from strata sampled at different rates, with its interval.

    The variance of each stratum is taken at (correct + 1) / (n + 2), so that a stratum of which all were right does not
    count as certain.

    Args:
        strata: (size in the whole, right, sampled) of each; strata without a sample do not count.
        z: Quantile of the normal distribution.

    Example:
        >>> tuple(round(x, 3) for x in stratified([(900, 9, 10), (100, 2, 10)]))
        (0.83, 0.648, 1.0)
    """
    sampled = [s for s in strata if s[2]]
    whole = sum(size for size, _, _ in sampled)
    if not whole:
        return 0.0, 0.0, 1.0
    share = sum(size * right / n for size, right, n in sampled) / whole
    variance = 0.0
    for size, right, n in sampled:
        smooth = (right + 1) / (n + 2)
        variance += (size / whole) ** 2 * smooth * (1 - smooth) / n * max(0.0, 1 - n / size)
    spread = z * variance**0.5
    return share, max(0.0, share - spread), min(1.0, share + spread)
