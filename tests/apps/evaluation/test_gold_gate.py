"""The project's own reports are coded at least as well as they were when the floors were set."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.apps.evaluation.command import run_suite

pytestmark = pytest.mark.model
GOLD = Path(__file__).parents[2] / "gold"
# Measured on these reports; lowering a floor is a decision and needs its reason in the commit. Recall was .85 when the set
# held thirteen reports; twelve harder ones joined on 28 November 2026.
FLOORS = {"core_recall": 0.75, "precision": 0.80, "date": 0.90, "status": 0.95, "tie_f1": 0.85}


def test_no_figure_on_our_own_reports_falls_below_its_floor() -> None:
    found = run_suite("records", GOLD)
    assert {name: found[name] for name, floor in FLOORS.items() if found[name] < floor} == {}


def test_the_constructions_of_a_leaders_meeting_work_in_other_words_and_with_other_countries() -> None:
    found = run_suite("records", GOLD / "summit-abe-phuc.json")
    assert found["core_recall"] >= 0.9
    assert found["precision"] >= 0.8
    assert found["date"] >= 0.9
    assert found["statement_f1"] >= 0.9
