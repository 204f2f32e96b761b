"""Figures of joined mentions: what B-cubed says of clusters, and what a measured set must reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.apps.evaluation.command import run_suite
from dateline.apps.evaluation.duplicates import figures as pair_figures
from dateline.apps.evaluation.incidents import b_cubed, figures

LINKED = Path(__file__).parents[2] / "linked"


def test_b_cubed_is_one_only_for_equal_clusters() -> None:
    assert b_cubed([("a", "1"), ("a", "1"), ("b", "2")]) == (1.0, 1.0)
    assert b_cubed([("a", "1"), ("a", "2")]) == (1.0, 0.5)
    assert b_cubed([("a", "1"), ("b", "1")]) == (0.5, 1.0)
    assert b_cubed([]) == (0.0, 0.0)


def test_mentions_that_were_not_coded_stand_alone() -> None:
    found = figures([("a", "1"), ("a", None), ("a", None)])
    assert (found["b3_f1"], round(found["coded"], 3)) == (1.0, 0.333)
    assert found["b3_f1_all"] == pytest.approx(0.5)


def test_pairs_are_counted_once() -> None:
    found = pair_figures([("a", "1"), ("a", "1"), ("a", "2"), ("b", "2")])
    assert (found["pair_precision"], round(found["pair_recall"], 3)) == (0.5, 0.333)


def test_copies_are_grouped_as_well_as_measured() -> None:
    assert run_suite("duplicates", LINKED / "copies.jsonl")["pair_f1"] >= 0.98


@pytest.mark.model
def test_incidents_are_joined_as_well_as_measured() -> None:
    found = run_suite("incidents", LINKED / "reports.jsonl")
    assert found["classes"]["groups"] >= 60
    assert found["b3_f1"] >= 0.80
