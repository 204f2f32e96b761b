"""Moving holidays fall on the days that calendars print."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.resolve.times.holidays import easter, moving


@pytest.mark.parametrize(
    ("year", "day"), [(2000, date(2000, 4, 23)), (2019, date(2019, 4, 21)), (2024, date(2024, 3, 31))]
)
def test_easter_falls_on_the_day_of_the_gregorian_computation(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("rule", "day"),
    [("11-W4-4", "2019-11-28"), ("05-W5-1", "2019-05-27"), ("11-W1-1+1", "2020-11-03"), ("easter-2", "2019-04-19")],
)
def test_a_rule_names_the_day_of_a_year(rule: str, day: str) -> None:
    assert moving(rule, int(day[:4])) == day


def test_a_plain_day_of_the_year_does_not_move() -> None:
    assert moving("12-25", 2019) is None
