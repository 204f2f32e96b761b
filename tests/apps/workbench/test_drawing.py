"""The quick pictures show what the charts' tables hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import etree

from dateline.apps import charts
from dateline.apps.workbench.drawing import quick_timeline, quick_types
from dateline.apps.workbench.tie_drawing import quick_ties

SVG = "{http://www.w3.org/2000/svg}"


def _bars(chart: charts.Chart) -> list[etree._Element]:
    tree = etree.fromstring(chart.svg(theme="auto", width=900).encode())
    return [bar for bar in tree.iter(f"{SVG}rect") if bar.find(f"{SVG}title") is not None]


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_every_period_and_quad_class_has_one_bar_as_high_as_its_count(unit: str) -> None:
    step = {"day": 1, "week": 7, "month": 31, "year": 366}[unit]
    days = [date(2019, 1, 7) + timedelta(days=step * i) for i in range(8)]
    rows = [{"period": d.isoformat(), "quad": q, "n": 1 + i} for i, d in enumerate(days) for q in charts.QUADS]
    bars = _bars(quick_timeline(charts.timeline(rows, unit=unit), unit=unit))
    assert len(bars) == 32
    heights = [float(str(bar.get("height"))) / (1 + i // 4) for i, bar in enumerate(bars)]
    assert max(heights) - min(heights) < 0.2
    assert all(0 <= float(str(bar.get("x"))) <= 900 for bar in bars)


def test_few_periods_leave_room_beside_them_and_what_has_no_bar_is_said() -> None:
    chart = charts.timeline([{"period": "2019-05-06", "quad": charts.QUADS[0], "n": 2}], unit="week")
    made = quick_timeline(chart, unit="week", events=5)
    assert 20 < float(str(_bars(made)[0].get("width"))) < 120
    assert made.note == "3 events with a coarser date or none not drawn."
    assert quick_timeline(chart, unit="week", events=2).note == ""


def test_cooperation_stands_above_conflict() -> None:
    rows = [{"period": "2019-05-06", "quad": q, "n": 2} for q in charts.QUADS]
    places = {
        str(b[0].text).split(" of ")[1]: float(str(b.get("y")))
        for b in _bars(quick_timeline(charts.timeline(rows, unit="day"), unit="day"))
    }
    assert places["verbal cooperation"] < places["material cooperation"] < places["material conflict"]
    assert places["material conflict"] < places["verbal conflict"]


def test_directions_are_drawn_in_bands_of_their_own() -> None:
    rows = [{"period": "2019-05-06", "quad": charts.QUADS[0], "n": 1, "direction": d} for d in ("A to B", "B to A")]
    chart = quick_timeline(charts.dyad_timeline(rows, unit="day"), unit="day")
    assert len({bar.get("y") for bar in _bars(chart)}) == 2
    assert "A to B" in chart.svg()


def test_types_have_a_bar_each_and_their_names_lead_on() -> None:
    rows = [{"type": "AID", "quad": "material cooperation", "n": 3, "href": "/events?type=AID"}]
    chart = quick_types(charts.by_type(rows))
    assert len(_bars(chart)) == 1
    assert 'href="/events?type=AID"' in chart.svg(theme="auto")
    assert chart.table()[0]["n"] == 3


def test_nothing_to_draw_is_said() -> None:
    assert "Nothing to show" in quick_timeline(charts.timeline([], unit="day"), unit="day").svg()
    assert "Nothing to show" in quick_types(charts.by_type([])).svg()
    assert "Nothing to show" in quick_ties(charts.ties_as_periods([])).svg()


def _tie(label: str, since: str | None, until: str | None, as_of: str | None) -> dict[str, str | None]:
    return {"label": label, "kind": "treaty", "since": since, "until": until, "as_of": as_of}


def test_a_tie_is_a_line_from_its_first_to_its_last_day_and_a_dot_where_it_is_stated() -> None:
    rows = [_tie("A–B treaty", "2001", "2011", "2006-07-02"), _tie("C–D office", None, None, "2011-01-01")]
    chart = quick_ties(charts.ties_as_periods(rows))
    tree = etree.fromstring(chart.svg(theme="auto", width=800).encode())
    bars, dots = _bars(chart), list(tree.iter(f"{SVG}circle"))
    starts = [float(str(bar.get("x"))) for bar in bars]
    ends = [x + float(str(bar.get("width"))) for x, bar in zip(starts, bars, strict=True)]
    assert starts[0] < ends[0] <= 900
    assert abs(ends[0] - starts[1]) < 2
    assert len(dots) == 2
    assert "since 2001, until 2011" in chart.svg()


@pytest.mark.parametrize("since", ["199", "1999", "1999-05", "1999-05-06", "1999-W22", "1999-SU", "1999-05-06TNI"])
def test_a_tie_is_drawn_however_coarse_its_dates_are(since: str) -> None:
    chart = charts.ties_as_periods([_tie("A–B treaty", since, None, "2006-07-02")])
    assert len(_bars(quick_ties(chart))) == 1
    assert chart.svg().startswith("<svg")


def test_a_long_name_of_a_tie_is_cut_in_the_picture_and_whole_in_the_table() -> None:
    name = "Ministry of Foreign Affairs of a State with a Long Name"
    chart = quick_ties(charts.ties_as_periods([_tie(name, "2001", None, None)]))
    assert name[:38] in chart.svg()
    assert chart.table()[0]["label"] == name
