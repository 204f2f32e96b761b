"""Standing ties as periods, drawn without Vega: a line each, a dot where a report states the tie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import escape

from dateline.apps.charts import Chart, Palette
from dateline.apps.charts.ties import Span, spans
from dateline.apps.workbench.strokes import LETTER, Axis, day_labels, svg, text

_LINE, _TOP, _EDGE = 26, 10, 12
# The axis reaches a little further than the first and last day, or their dots would be cut.
_ROOM = 0.02
_LONGEST_LABEL = 42


def quick_ties(chart: Chart, *, most: int = 40) -> Chart:
    """Return a chart of `charts.ties_as_periods`, drawn here; `most` are drawn, as there."""
    drawn = spans(chart.rows, most=most)
    return replace(chart, spec=None, draw=(lambda palette, width: _ties(drawn, palette, width)) if drawn else None)


def _ties(drawn: Sequence[Span], palette: Palette, width: int) -> str:
    labels = [_label(span.label) for span in drawn]
    left = max(len(label) for label in labels) * LETTER + 14
    axis = _axis(drawn, left, width - left - _EDGE)
    foot = _TOP + len(drawn) * _LINE
    parts = [f'<path d="M{left:g} {foot}h{axis.width:g}" stroke="{palette.line}" stroke-width="1"/>']
    for number, (span, label) in enumerate(zip(drawn, labels, strict=True)):
        y = _TOP + number * _LINE + _LINE / 2
        parts.append(text(left - 10, y + 4, label, palette.ink, anchor="end"))
        parts.append(_line(span, axis, y, palette))
    return svg(width, foot + 22, [*parts, day_labels(axis, foot, palette)])


def _axis(drawn: Sequence[Span], left: float, width: float) -> Axis:
    days = [day.toordinal() for span in drawn for day in (span.begin, span.end, span.stated) if day]
    room = max(15, round((max(days) - min(days)) * _ROOM))
    return Axis(max(1, min(days) - room), min(date.max.toordinal(), max(days) + room), left, width)


def _line(span: Span, axis: Axis, y: float, palette: Palette) -> str:
    first, last = axis.at(span.begin), axis.at(span.end)
    faint = "" if span.closed else ' opacity="0.6"'
    tip = f"<title>{escape(span.words)}</title>"
    drawn = (
        f'<rect x="{first:.1f}" y="{y - 3:.1f}" width="{max(1.0, last - first):.1f}" height="6" '
        f'fill="{palette.material_cooperation}"{faint}>{tip}</rect>'
    )
    if span.stated is None:
        return drawn
    return drawn + (
        f'<circle cx="{axis.at(span.stated):.1f}" cy="{y:.1f}" r="4.7" fill="{palette.verbal_conflict}">{tip}</circle>'
    )


def _label(words: str) -> str:
    return words if len(words) <= _LONGEST_LABEL else words[: _LONGEST_LABEL - 1] + "…"
