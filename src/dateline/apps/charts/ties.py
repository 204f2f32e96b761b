"""Standing relations as periods."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.apps.charts.chart import Chart, Column, Row, Spec, plural
from dateline.apps.charts.palettes import Palette
from dateline.apps.charts.vega import base


def ties_as_periods(rows: Iterable[Row], *, most: int = 40, title: str = "Standing ties") -> Chart:
    """Return a line for each tie from its first day known to its last; a dot is a day for which a report states it.

    Args:
        rows: `label`, `kind`, and `since`, `until`, `as_of` as ISO dates, as coarse as known, or None.
        most: How many are drawn; the table holds them all.
        title: Another title.
    """
    ordered = sorted(rows, key=lambda row: (_begin(row) or "9999", row["label"]))
    dated = [row for row in ordered if _begin(row)][:most]
    left = len(ordered) - len(dated)
    return Chart(
        name="ties",
        title=title,
        description=f"{plural(len(ordered), 'standing tie')}, {len(dated)} with a date.",
        columns=(
            Column("label", "Tie"),
            Column("kind", "Kind"),
            Column("since", "Since"),
            Column("until", "Until"),
            Column("as_of", "Stated for"),
        ),
        rows=tuple(ordered),
        spec=lambda palette, width: _spec(dated, palette, width),
        note=f"{left} more are in the table only." if left else "",
    )


def _begin(row: Row) -> str:
    return str(row.get("since") or row.get("as_of") or row.get("until") or "")


def _spec(rows: list[Row], palette: Palette, width: int) -> Spec:
    values = [_span(row) for row in rows]
    begin = {
        "field": "begin",
        "type": "temporal",
        "scale": {"type": "utc"},
        "axis": {"title": None, "format": _labels(values)},
    }
    encoding = {
        "y": {
            "field": "label",
            "type": "nominal",
            "sort": [row["label"] for row in rows],
            "axis": {"title": None, "labelLimit": 260, "labelPadding": 6, "ticks": False, "domain": False},
        }
    }
    line = {
        "mark": {"type": "rule", "strokeWidth": 6, "strokeCap": "butt"},
        "encoding": {
            "x": begin,
            "x2": {"field": "end"},
            "color": {"value": palette.material_cooperation},
            "opacity": {"condition": {"test": "datum.closed", "value": 1}, "value": 0.6},
            "description": {"field": "words", "type": "nominal"},
        },
    }
    dot = {
        "mark": {"type": "point", "filled": True, "size": 70, "shape": "circle"},
        "encoding": {
            "x": {"field": "stated", "type": "temporal"},
            "color": {"value": palette.verbal_conflict},
            "description": {"field": "words", "type": "nominal"},
        },
    }
    frame = base(palette, width=width, height={"step": 26})
    return {**frame, "data": {"values": values}, "encoding": encoding, "layer": [line, dot]}


def _span(row: Row) -> dict[str, Any]:
    """Give both ends of the line; a period without an end is drawn, fainter, to the day it is stated for."""
    begin = _begin(row)
    end = str(row.get("until") or row.get("as_of") or begin)
    since, until = row.get("since") or "unknown", row.get("until") or "open"
    words = f"{row['label']}: since {since}, until {until}, stated for {row.get('as_of') or 'no day'}"
    return {
        "label": row["label"],
        "begin": _day(begin),
        "end": _day(end),
        "stated": _day(str(row["as_of"])) if row.get("as_of") else None,
        "closed": bool(row.get("until")),
        "words": words,
    }


def _labels(values: list[dict[str, Any]]) -> str:
    """Give labels as fine as the span: years only where a year has one tick at most."""
    years = [int(value[end][:4]) for value in values for end in ("begin", "end")]
    return "%Y" if max(years) - min(years) > 8 else "%b %Y"


def _day(value: str) -> str:
    """Give the first day of a year or month, so that every date is one on the axis."""
    return (value + "-01-01")[:10] if len(value) == 4 else (value + "-01")[:10]
