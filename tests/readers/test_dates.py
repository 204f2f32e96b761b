"""Dates of publication: read where they are plain, noted where they are odd, never guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.readers.dates import is_print_time, nearest_year, odd, read_date


@pytest.mark.parametrize(
    ("value", "when"),
    [
        ("2019-10-03", datetime(2019, 10, 3)),
        ("2019-10-03T18:20", datetime(2019, 10, 3, 18, 20)),
        ("2019-10-03T18:20:00Z", datetime(2019, 10, 3, 18, 20, tzinfo=UTC)),
        ("20191003", datetime(2019, 10, 3)),
        (20191003, datetime(2019, 10, 3)),
        ("Thu, 03 Oct 2019 18:20:00 +0200", datetime(2019, 10, 3, 18, 20, tzinfo=timezone(timedelta(hours=2)))),
        ("3 October 2019", datetime(2019, 10, 3)),
        ("October 3, 2019", datetime(2019, 10, 3)),
        ("03.10.2019", datetime(2019, 10, 3)),
        ("25/10/2019", datetime(2019, 10, 25)),
    ],
)
def test_a_plain_date_is_read_as_written(value: object, when: datetime) -> None:
    assert read_date(value).when == when
    assert read_date(value).note is None


@pytest.mark.parametrize(
    "value", ["soon", "2019-13-40", "03/10/2019", "31 June 2019", True, 3.5, {"$date": 1}, "9" * 500]
)
def test_what_may_mean_two_days_or_none_is_not_understood_and_says_so(value: object) -> None:
    dated = read_date(value)
    assert dated.when is None
    assert dated.note is not None
    assert "not understood" in dated.note


@pytest.mark.parametrize("value", [None, ""])
def test_an_absent_date_stays_absent(value: object) -> None:
    assert read_date(value).when is None
    assert read_date(value).note == "no date given"


def test_a_day_before_1900_or_in_the_future_is_kept_and_noted() -> None:
    assert read_date("1815-06-18").when == datetime(1815, 6, 18)
    assert "before 1900" in str(read_date("1815-06-18").note)
    assert "future" in str(read_date("2099-01-01").note)
    assert odd(date(2019, 1, 1)) is None


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("3 Oct 2019 18:20", datetime(2019, 10, 3, 18, 20)),
        ("Thursday, October 3, 2019", datetime(2019, 10, 3)),
        ("Published: 3 October 2019, 6:20 p.m.", datetime(2019, 10, 3, 18, 20)),
        ("Thu Oct 3, 2019 6:20pm EDT", datetime(2019, 10, 3, 18, 20, tzinfo=timezone(timedelta(hours=-4)))),
        ("2019-10-03 18:20 GMT", datetime(2019, 10, 3, 18, 20, tzinfo=UTC)),
        ("18:20 03.10.2019", datetime(2019, 10, 3, 18, 20)),
    ],
)
def test_a_line_that_only_states_a_time_is_a_print_time(line: str, when: datetime) -> None:
    assert is_print_time(line) == when


@pytest.mark.parametrize(
    "line",
    ["The talks of 3 October 2019 failed", "3 October", "Envoys met", "Call 2019-10-03 to 0123456", "12:30", "x" * 300],
)
def test_a_line_that_states_more_is_no_print_time(line: str) -> None:
    assert is_print_time(line) is None


def test_29_february_takes_the_nearest_leap_year_within_half_a_year_or_none() -> None:
    assert nearest_year(2, 29, date(2020, 3, 5)) == date(2020, 2, 29)
    assert nearest_year(2, 29, date(2018, 3, 5)) is None
    assert nearest_year(2, 1, None) is None


@given(st.dates(date(1950, 1, 1), date(2029, 12, 31)))
@settings(max_examples=60)
def test_every_day_is_read_back_from_its_iso_form_and_in_words(day: date) -> None:
    words = f"{day.day} {day.strftime('%B')} {day.year}"
    for form in (day.isoformat(), words, day.strftime("%Y%m%d")):
        when = read_date(form).when
        assert when is not None
        assert when.date() == day
