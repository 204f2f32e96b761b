"""Cooperation and conflict over time."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.apps import charts

ROWS: list[dict[str, Any]] = [
    {"period": "2020-05-01", "quad": "verbal conflict", "n": 4},
    {"period": "2020-05-01", "quad": "material cooperation", "n": 1},
    {"period": "2020-06-01", "quad": "verbal conflict", "n": 2},
    {"period": None, "quad": "verbal conflict", "n": 9},
]


def test_the_table_has_a_line_for_each_period_and_a_column_for_each_quad_class() -> None:
    assert [list(row.values()) for row in charts.timeline(ROWS).table()] == [
        ["2020-05", 0, 1, 4, 0],
        ["2020-06", 0, 0, 2, 0],
    ]


def test_the_description_says_how_many_and_when_most() -> None:
    words = charts.timeline(ROWS).description
    assert words == ("1 event of cooperation and 6 of conflict by month, from 2020-05 to 2020-06, most in 2020-05.")
    assert charts.timeline(ROWS[:1], unit="day").description == (
        "0 events of cooperation and 4 of conflict by day, all in 2020-05-01."
    )


def test_a_bar_says_its_number_when_pointed_at() -> None:
    assert "4 of verbal conflict" in charts.timeline(ROWS).svg()


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="no unit 'fortnight'"):
        charts.timeline(ROWS, unit="fortnight")
