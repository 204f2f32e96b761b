"""Events counted by type and period are all counted, and coarse dates stand in no finer period."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.apps.workbench.base import Base
from dateline.apps.workbench.periods import counted, counted_periods, unit_of
from dateline.store import Run


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        (date(2019, 1, 1), date(2019, 1, 1), "day"),
        (date(2019, 1, 1), date(2019, 12, 31), "week"),
        (date(2015, 1, 1), date(2019, 12, 31), "month"),
        (date(1950, 1, 1), date(2019, 12, 31), "year"),
        (None, None, "day"),
    ],
)
def test_the_unit_gives_a_readable_number_of_bars(first: date | None, last: date | None, unit: str) -> None:
    assert unit_of(first, last) == unit


def test_one_pass_counts_what_two_passes_count(tmp_path: Path) -> None:
    from tools.workbench.synthesise import write

    write(tmp_path / "run", 2_000, seed=3)
    base = Base.open(Run.open(tmp_path / "run"))
    types, periods, unit = counted(base, "true")
    assert unit == "year"
    assert sum(row["n"] for row in types) == 2_000
    assert (periods, unit) == counted_periods(base, "true")
    few = "date_begin BETWEEN DATE '2020-01-01' AND DATE '2020-12-31'"
    assert counted(base, few)[1:] == counted_periods(base, few)


def test_a_year_is_in_no_day(own_run: Path) -> None:
    base = Base.open(Run.open(own_run))
    rows, unit = counted_periods(base, "true")
    assert unit == "day"
    assert sum(row["n"] for row in rows) == 3
