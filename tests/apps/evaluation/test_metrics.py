"""The figures are computed as their definitions say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.apps.evaluation.metrics import Tally, harmonic, intervals, macro_f1


def test_macro_f1_is_the_mean_over_gold_classes_and_not_over_rows() -> None:
    rows = [("a", "a")] * 9 + [("b", "a")]
    assert macro_f1(rows) == pytest.approx((2 * 9 / 19 + 0) / 2)


def test_a_class_that_only_the_system_uses_costs_precision_but_adds_no_class() -> None:
    assert macro_f1([("a", "a"), ("a", "z")]) == pytest.approx(2 / 3)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_lies_between_precision_and_recall(correct: int, extra: int, missed: int) -> None:
    tally = Tally(correct, correct + extra, correct + missed)
    if correct:
        assert min(tally.precision, tally.recall) - 1e-9 <= tally.f1 <= max(tally.precision, tally.recall) + 1e-9
        assert tally.f1 == pytest.approx(harmonic(tally.precision, tally.recall))


def test_an_interval_holds_the_figure_and_is_the_same_on_every_run() -> None:
    rows = [True] * 70 + [False] * 30

    def share(sample: object) -> dict[str, float]:
        assert isinstance(sample, list)
        return {"share": sum(sample) / len(sample)}

    first, second = intervals(rows, share), intervals(rows, share)
    assert first == second
    low, high = first["share"]
    assert low < 0.7 < high
    assert high - low < 0.25
