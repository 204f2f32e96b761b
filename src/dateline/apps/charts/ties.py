"""Standing relations as periods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.apps.charts.chart import Chart, Column, Row, Spec, plural
from dateline.apps.charts.palettes import Palette
from dateline.apps.charts.vega import base


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One tie as it is drawn.

    Attributes:
        begin, end: First and last day of the line; a period without an end is drawn to the day it is stated for.
        stated: The day for which a report states it, if any.
        closed: Whether its end is known.
        words: The same in words.
    """

    label: str
    begin: date
    end: date
    stated: date | None
    closed: bool
    words: str


def ties_as_periods(rows: Iterable[Row], *, most: int = 40, title: str = "Standing ties") -> Chart:
    """Return a line for each tie from its first day known to its last; a dot is a day for which a report states it.

    Args:
        rows: `label`, `kind`, and `since`, `until`, `as_of` as ISO dates, as coarse as known, or None.
        most: How many are drawn; the table holds them all.
        title: Another title.
    """
    ordered = sorted(rows, key=lambda row: (_begin(row) or "9999", row["label"]))
    drawn = spans(ordered, most=most)
    left = len(ordered) - len(drawn)
    return Chart(
        name="ties",
        title=title,
        description=f"{plural(len(ordered), 'standing tie')}, {len(drawn)} with a date.",
        columns=(
            Column("label", "Tie"),
            Column("kind", "Kind"),
            Column("since", "Since"),
            Column("until", "Until"),
            Column("as_of", "Stated for"),
        ),
        rows=tuple(ordered),
        spec=lambda palette, width: _spec(drawn, palette, width),
        note=f"{left} more are in the table only." if left else "",
    )


def spans(rows: Sequence[Row], *, most: int) -> list[Span]:
    """Return the first `most` of the rows that have a day, as they are drawn."""
    return [_span(row) for row in rows if _begin(row)][:most]


def _begin(row: Row) -> str:
    return str(row.get("since") or row.get("as_of") or row.get("until") or "")


def _spec(drawn: list[Span], palette: Palette, width: int) -> Spec:
    values = [_value(span) for span in drawn]
    begin = {
        "field": "begin",
        "type": "temporal",
        "scale": {"type": "utc"},
        "axis": {"title": None, "format": _labels(drawn)},
    }
    encoding = {
        "y": {
            "field": "label",
            "type": "nominal",
            "sort": [span.label for span in drawn],
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


def _span(row: Row) -> Span:
    begin = _begin(row)
    end = str(row.get("until") or row.get("as_of") or begin)
    since, until = row.get("since") or "unknown", row.get("until") or "open"
    return Span(
        label=row["label"],
        begin=_day(begin),
        end=_day(end),
        stated=_day(str(row["as_of"])) if row.get("as_of") else None,
        closed=bool(row.get("until")),
        words=f"{row['label']}: since {since}, until {until}, stated for {row.get('as_of') or 'no day'}",
    )


def _value(span: Span) -> dict[str, Any]:
    stated = span.stated.isoformat() if span.stated else None
    ends = {"begin": span.begin.isoformat(), "end": span.end.isoformat(), "stated": stated}
    return {"label": span.label, **ends, "closed": span.closed, "words": span.words}


def _labels(drawn: Sequence[Span]) -> str:
    """Give labels as fine as the span: years only where a year has one tick at most."""
    years = [day.year for span in drawn for day in (span.begin, span.end)]
    return "%Y" if max(years) - min(years) > 8 else "%b %Y"


def _day(value: str) -> date:
    """Give the first day of a date as coarse as it is, so that every date is one on the axis.

    Of a season or a part of the day the year or the day is kept; of a decade its first year.
    """
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        return date.fromisocalendar(int(week[1]), int(week[2]), 1)
    found = re.match(r"(\d{3,4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if found is None:
        raise ValueError(f"{value!r} is no ISO date")
    return date(int(found[1].ljust(4, "0")), int(found[2] or 1), int(found[3] or 1))
