"""Dates in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.apps.dossier.dates import spoken


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2020-09-29", "29 September 2020"),
        (date(2020, 9, 2), "2 September 2020"),
        ("2020-09", "September 2020"),
        ("2020", "2020"),
        ("2018-W30", "week of 23 July 2018"),
        ("2018-FA", "autumn 2018"),
        ("199", "1990s"),
        ("2019-03-01/2019-03-05", "1 March 2019 to 5 March 2019"),
        ("2019-13-01", "2019-13-01"),
        ("2019-13", "2019-13"),
        ("soon", "soon"),
        (None, ""),
    ],
)
def test_a_date_is_said_as_coarsely_as_it_is_known(value: str | date | None, words: str) -> None:
    assert spoken(value) == words


@given(st.text(max_size=12))
def test_whatever_the_text_nothing_breaks(text: str) -> None:
    assert isinstance(spoken(text), str)


@given(st.dates())
def test_no_two_days_are_said_alike(day: date) -> None:
    assert spoken(day).startswith(f"{day.day} ")
    assert spoken(day).endswith(f" {day.year}")
