"""Rows of a run's tables, counted for the charts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.apps import charts
from dateline.apps.charts import counting


def event(**changes: Any) -> dict[str, Any]:
    made = {
        "date_begin": date(2020, 5, 4),
        "date_end": date(2020, 5, 4),
        "type": "AID",
        "quad_class": "material cooperation",
        "actor_country": "PER",
        "recipient_country": "CHL",
        "plover_score": 7.0,
        "place": "Lima",
        "place_country": "PER",
        "place_feature": "P.PPLC",
        "latitude": -12.05,
        "longitude": -77.04,
    }
    return {**made, **changes}


@given(st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1))), st.sampled_from(["day", "week", "month", "year"]))
def test_no_dated_event_is_lost_or_counted_twice(days: list[date], unit: str) -> None:
    counted = counting.periods([event(date_begin=day, date_end=day) for day in days], unit=unit)
    assert sum(row["n"] for row in counted) == len(days)


def test_undated_events_are_left_out_of_time() -> None:
    assert counting.periods([event(date_begin=None)], unit="day") == []
    assert counting.directions([event(date_begin=None)], one="PER", other="CHL", unit="day") == []


def test_a_date_that_is_coarser_than_the_unit_is_not_drawn_in_its_first_period() -> None:
    year = event(date_begin=date(2016, 1, 1), date_end=date(2016, 12, 31))
    assert counting.periods([year], unit="month") == []
    assert counting.periods([year], unit="year")[0]["period"] == "2016-01-01"
    assert "1 event with a coarser date or none" in charts.timeline([], unit="month", left_out=1).note


def test_a_whole_country_is_shaded_and_not_a_dot_in_its_middle() -> None:
    whole = event(place="Peru", place_feature="A.PCLI")
    assert counting.places([whole]) == []
    assert counting.countries([whole]) == [{"code": "PER", "n": 1}]


def test_an_event_of_both_actors_on_both_counts_once_in_each_direction() -> None:
    both = event(actor_country="PER;CHL", recipient_country="PER;CHL")
    counted = counting.directions([both], one="PER", other="CHL", unit="year")
    assert [(row["direction"], row["n"]) for row in counted] == [("PER → CHL", 1), ("CHL → PER", 1)]


def test_pairs_carry_the_mean_of_their_scores() -> None:
    rows = [event(), event(plover_score=-2.0), event(recipient_country=None)]
    assert counting.dyads(rows) == [{"actor": "PER", "recipient": "CHL", "n": 2, "score": 2.5}]


def test_places_types_countries_and_states_are_counted() -> None:
    rows = [event(), event(type="AGREE", quad_class="verbal cooperation", latitude=None, longitude=None)]
    assert [row["n"] for row in counting.places(rows)] == [1]
    assert counting.countries(rows) == [{"code": "PER", "n": 2}]
    assert {row["type"] for row in counting.types(rows)} == {"AID", "AGREE"}
    assert counting.states([{"kind": "promise", "state": "open"}] * 2) == [{"kind": "promise", "state": "open", "n": 2}]


def test_a_tie_is_labelled_by_its_kind_and_parties() -> None:
    tie = {
        "kind": "treaty",
        "countries": "PER;CHL",
        "parties": "Peru;Chile",
        "since": "1929",
        "until": None,
        "as_of": None,
    }
    assert counting.tie_periods([tie])[0]["label"] == "treaty: PER, CHL"


@pytest.mark.parametrize(("days", "unit"), [(10, "day"), (400, "month"), (9000, "year")])
def test_the_unit_gives_a_readable_number_of_bars(days: int, unit: str) -> None:
    assert counting.best_unit([date(2000, 1, 1), date(2000, 1, 1) + timedelta(days=days)]) == unit
    assert counting.best_unit([]) == "day"
