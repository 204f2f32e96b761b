"""What all Vega-Lite specifications of the charts share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from dateline.apps.charts.drawing import FONT
from dateline.apps.charts.palettes import Palette

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
# One unit of time on an axis of days, months or years, and how its labels read.
_LENGTHS = {"day": 1, "week": 7, "month": 31, "year": 366}
_FEWEST = 12
UNITS = {
    "day": ("utcyearmonthdate", "%-d %b %Y"),
    "week": ("utcyearweek", "%-d %b %Y"),
    "month": ("utcyearmonth", "%b %Y"),
    "year": ("utcyear", "%Y"),
}


def base(palette: Palette, *, width: int, height: int | Mapping[str, int]) -> dict[str, Any]:
    """Return the frame of a specification: size, fonts and lines in the theme's colours, no ground of its own."""
    text = {"labelColor": palette.ink, "titleColor": palette.faint, "labelFont": FONT, "titleFont": FONT}
    axis = {"domainColor": palette.line, "tickColor": palette.line, "gridColor": palette.line, "gridOpacity": 0.5}
    return {
        "$schema": SCHEMA,
        "width": width,
        "height": height if isinstance(height, int) else dict(height),
        "background": "transparent",
        "padding": 6,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {**text, **axis, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"},
            "legend": {
                **text,
                "orient": "top",
                "columnPadding": 32,
                "labelFontSize": 12,
                "title": None,
                "titleLimit": 0,
                "symbolType": "square",
            },
            "header": {**text, "labelFontSize": 13, "title": None, "labelAnchor": "start"},
            "text": {"font": FONT, "fontSize": 12, "color": palette.ink},
        },
    }


def time_axis(field: str, unit: str, days: Iterable[str]) -> dict[str, Any]:
    """Return the encoding of a time axis in days, weeks, months or years, in UTC so that no day slips.

    Args:
        field: The field with the first day of each period.
        unit: day, week, month or year.
        days: The periods to be shown; a few are given room on both sides, or their bars would fill the sheet.
    """
    scaled, labels = UNITS[unit]
    return {
        "field": field,
        "type": "temporal",
        "timeUnit": scaled,
        "scale": {"domain": _room(sorted(days), unit)},
        "axis": {"format": labels, "title": None, "labelOverlap": "parity", "labelFlush": False, "grid": False},
    }


def _room(days: list[str], unit: str) -> list[dict[str, Any]]:
    first, last = (date.fromisoformat(day[:10]) for day in (days[0], days[-1]))
    length = timedelta(days=_LENGTHS[unit])
    missing = max(0, _FEWEST - ((last - first) // length + 1))
    ends = first - missing // 2 * length, last + length + (missing - missing // 2) * length
    return [{"year": end.year, "month": end.month, "date": end.day, "utc": True} for end in ends]


def scale(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return a scale from names to colours."""
    kept = list(pairs)
    return {"domain": [name for name, _ in kept], "range": [colour for _, colour in kept]}


def links(values: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return where marks lead (`href`) by their description (`words`)."""
    return {row["words"]: str(row["href"]) for row in values if row.get("href")}
