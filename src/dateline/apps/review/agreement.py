"""How far coders agree: Cohen's kappa for two, Krippendorff's alpha for any number with gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.apps.review.state import State, standing
from dateline.apps.review.values import QUESTIONS

Label = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Agreement on one question.

    Attributes:
        question: `verdict` (accept, correct or reject), or one of `QUESTIONS` as the coders would have it.
        events: Events that two or more coders judged.
        share: Share of pairs of judgements that are equal.
        alpha: Krippendorff's alpha for nominal data; None when every label is the same.
        kappas: Cohen's kappa of each two coders and the number of events that both judged.
    """

    question: str
    events: int
    share: float
    alpha: float | None
    kappas: Mapping[tuple[str, str], tuple[float | None, int]]


def agreement(state: State) -> tuple[Agreement, ...]:
    """Return agreement on the verdict and on each question; empty when no event has two coders."""
    shared = {event_id: by for event_id, by in state.judged.items() if len(by) > 1}
    if not shared:
        return ()
    tables: dict[str, dict[str, dict[str, Label]]] = {"verdict": {}}
    for event_id, by_coder in shared.items():
        tables["verdict"][event_id] = {coder: entry.action for coder, entry in by_coder.items()}
        for question, columns in QUESTIONS.items():
            labels = {}
            for coder, entry in by_coder.items():
                values = standing(entry)
                labels[coder] = "no event" if values is None else "|".join(str(values.get(c, "")) for c in columns)
            tables.setdefault(question, {})[event_id] = labels
    return tuple(_agreement(question, units, state.coders()) for question, units in tables.items())


def _agreement(question: str, units: Mapping[str, Mapping[str, Label]], coders: Sequence[str]) -> Agreement:
    pairs = [pair for labels in units.values() for pair in combinations(labels.values(), 2)]
    kappas = {}
    for one, other in combinations(coders, 2):
        both = [(labels[one], labels[other]) for labels in units.values() if one in labels and other in labels]
        if both:
            kappas[one, other] = (cohen_kappa(both), len(both))
    return Agreement(
        question=question,
        events=len(units),
        share=sum(a == b for a, b in pairs) / len(pairs),
        alpha=krippendorff_alpha([list(labels.values()) for labels in units.values()]),
        kappas=kappas,
    )


def cohen_kappa(pairs: Sequence[tuple[Label, Label]]) -> float | None:
    """Return Cohen's kappa of two coders; None when chance alone would agree always.

    Args:
        pairs: The two labels of every item that both judged.

    Example:
        >>> cohen_kappa([("a", "a"), ("a", "a"), ("b", "b"), ("b", "a")])
        0.5
    """
    if not pairs:
        return None
    n = len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(first[label] * second[label] for label in first) / n**2
    observed = sum(a == b for a, b in pairs) / n
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Sequence[Sequence[Label]]) -> float | None:
    """Return Krippendorff's alpha for nominal labels; units with fewer than two labels do not count.

    Args:
        units: The labels that each item got, in any order; items may have different numbers of labels.

    Returns:
        1 for full agreement, 0 for what chance gives; None when there is nothing to tell apart.

    Example:
        >>> round(krippendorff_alpha([["a", "a"], ["a", "b"], ["b", "b"], ["b", "b"]]), 3)
        0.533
    """
    usable = [unit for unit in units if len(unit) > 1]
    totals = Counter(label for unit in usable for label in unit)
    n = sum(totals.values())
    if len(totals) < 2:
        return None
    observed = sum(_differing(Counter(unit)) / (len(unit) - 1) for unit in usable) / n
    expected = _differing(totals) / (n * (n - 1))
    return 1 - observed / expected


def _differing(counts: Counter[Label]) -> int:
    """Return the number of ordered pairs of unlike labels."""
    n = sum(counts.values())
    return n * n - sum(count * count for count in counts.values())
