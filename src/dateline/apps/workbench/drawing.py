"""Pictures that stand on many pages, drawn without Vega in a millisecond; all else is as the chart has it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any

from dateline.apps.charts import QUADS, Chart, Palette
from dateline.apps.charts.chart import plural
from dateline.apps.workbench.strokes import LETTER, Axis, day_labels, svg, text

Row = Mapping[str, Any]
_UP, _DOWN = ("material cooperation", "verbal cooperation"), ("material conflict", "verbal conflict")
_LEFT, _TOP, _GAP = 44, 30, 46
# A picture of time has room for so many periods at least.
_FEWEST = 12
# Pixels that a band is high when there are so many of them.
_BAND = {1: 150, 2: 115, 3: 95}


def quick_timeline(chart: Chart, *, unit: str, events: int | None = None) -> Chart:
    """Return a chart of `charts.timeline` or `charts.dyad_timeline`, drawn here: cooperation up, conflict down.

    Args:
        chart: The chart.
        unit: day, week, month or year.
        events: How many events there are: a note then says how many of them have no bar.
    """
    left = max(0, (events or 0) - sum(row[quad] for row in chart.rows for quad in QUADS))
    note = f"{plural(left, 'event')} with a coarser date or none not drawn." if left else chart.note
    draw = _if_any(chart, lambda palette, width: _timeline(chart.rows, unit, palette, width))
    return replace(chart, spec=None, draw=draw, note=note)


def quick_types(chart: Chart) -> Chart:
    """Return a chart of `charts.by_type`, drawn here: one bar a type."""
    return replace(chart, spec=None, draw=_if_any(chart, lambda palette, width: _types(chart.rows, palette, width)))


def _if_any(chart: Chart, draw: Callable[[Palette, int], str]) -> Callable[[Palette, int], str] | None:
    return draw if chart.rows else None


def _timeline(rows: Sequence[Row], unit: str, palette: Palette, width: int) -> str:
    bands: dict[str, list[Row]] = {}
    for row in rows:
        bands.setdefault(str(row.get("direction", "")), []).append(row)
    days = [_first_day(row) for row in rows]
    axis = Axis(*_room(min(days), max(days), unit), _LEFT, width - _LEFT - 10)
    tall = _BAND.get(len(bands), 95)
    top = _TOP + (18 if any(bands) else 0)
    parts = [_legend(palette)]
    for number, (name, band) in enumerate(bands.items()):
        parts.append(_band(name, band, unit, axis, (top + number * (tall + _GAP), tall), palette))
    height = top + len(bands) * (tall + _GAP) - _GAP + 22
    return svg(width, height, parts)


def _room(first: date, last: date, unit: str) -> tuple[int, int]:
    """Return the ends of the axis; a few periods are given room on both sides, or their bars would fill the sheet."""
    length = {"day": 1, "week": 7, "month": 31, "year": 366}[unit]
    missing = max(0, _FEWEST - ((last - first).days // length + 1))
    before, after = missing // 2 * length, (missing - missing // 2) * length
    ends = first.toordinal() - before, last.toordinal() + length + after
    return max(1, ends[0]), min(date.max.toordinal(), ends[1])


def _band(name: str, rows: Sequence[Row], unit: str, axis: Axis, place: tuple[float, int], palette: Palette) -> str:
    top, tall = place
    ups = max(sum(row[q] for q in _UP) for row in rows)
    downs = max(sum(row[q] for q in _DOWN) for row in rows)
    step = _step(max(ups, downs, 1))
    up, down = math.ceil(ups / step) * step, math.ceil(downs / step) * step
    scale = tall / max(1, up + down)
    zero = top + up * scale
    parts = [_grid(axis, zero, scale, (up, down), step, palette)]
    bar = max(
        1.0, axis.width * {"day": 1, "week": 7, "month": 30, "year": 365}[unit] / max(1, axis.last - axis.first) - 1
    )
    for row in rows:
        parts.append(_bar(row, axis.at(_first_day(row)), bar, zero, scale, palette))
    parts.append(day_labels(axis, top + tall, palette))
    if name:
        parts.append(text(axis.left, top - 6, name, palette.ink, bold=True))
    return "".join(parts)


def _bar(row: Row, x: float, width: float, zero: float, scale: float, palette: Palette) -> str:
    parts = []
    for quads, sign in ((_UP, -1), (_DOWN, 1)):
        edge = zero
        for quad in quads:
            size = row[quad] * scale
            if not size:
                continue
            y = edge - size if sign < 0 else edge
            tip = f"{row['period']}: {row[quad]} of {quad}"
            parts.append(
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{size:.1f}" fill="{palette.quad(quad)}">'
                f"<title>{escape(tip)}</title></rect>"
            )
            edge += sign * size
    return "".join(parts)


def _grid(axis: Axis, zero: float, scale: float, ends: tuple[int, int], step: int, palette: Palette) -> str:
    parts = []
    for value in range(-ends[1], ends[0] + 1, step):
        y = zero - value * scale
        strong = palette.faint if value == 0 else palette.line
        parts.append(f'<path d="M{axis.left:g} {y:.1f}h{axis.width:g}" stroke="{strong}" stroke-width="0.7"/>')
        parts.append(text(axis.left - 6, y + 4, f"{abs(value):,}", palette.faint, anchor="end"))
    return "".join(parts)


def _first_day(row: Row) -> date:
    """Return the first day of a row's period, which is written as coarse as it is: 2019, 2019-05 or 2019-05-06."""
    words = str(row["period"])
    return date.fromisoformat((words + "-01-01")[:10] if len(words) == 4 else (words + "-01")[:10])


def _legend(palette: Palette) -> str:
    parts, x = [], 4.0
    for quad in QUADS:
        parts.append(f'<rect x="{x:g}" y="4" width="11" height="11" fill="{palette.quad(quad)}"/>')
        parts.append(text(x + 16, 14, quad, palette.ink))
        x += 25 + len(quad) * LETTER
    return "".join(parts)


def _types(rows: Sequence[Row], palette: Palette, width: int) -> str:
    line, left, most = 23, 104, max(row["n"] for row in rows)
    parts = [_legend(palette)]
    for number, row in enumerate(rows):
        y = 30 + number * line
        size = max(1.0, (width - left - 70) * row["n"] / most)
        tip = f"{row['type']}: {row['n']} ({row['quad']})"
        bar = (
            f'<rect x="{left}" y="{y}" width="{size:.1f}" height="{line - 6}" fill="{palette.quad(row["quad"])}">'
            f"<title>{escape(tip)}</title></rect>"
        )
        label = text(left - 8, y + 13, row["type"], palette.ink, anchor="end")
        if row.get("href"):
            label = f'<a href="{escape(row["href"])}">{label}</a>'
        parts += [label, bar, text(left + size + 6, y + 13, f"{row['n']:,}", palette.faint)]
    return svg(width, 34 + len(rows) * line, parts)


def _step(most: int) -> int:
    """Return a round distance between grid lines that gives three to six of them on the longer side."""
    rough = most / 4
    power = 10 ** math.floor(math.log10(rough)) if rough >= 1 else 1
    return max(1, int(next(k for k in (1, 2, 5, 10) if k * power >= rough) * power))
