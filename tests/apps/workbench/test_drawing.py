"""The quick pictures show what the charts' tables hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import etree

from dateline.apps import charts
from dateline.apps.workbench.drawing import quick_timeline, quick_types

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
