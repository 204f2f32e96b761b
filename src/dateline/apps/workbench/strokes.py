"""Parts of the pictures that are drawn without Vega: words, an axis of days, the sheet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from dateline.apps.charts import Palette
from dateline.apps.charts.drawing import FONT

# A letter takes about so many pixels.
LETTER = 6.6


@dataclass(frozen=True, slots=True)
class Axis:
    """Where a day stands: from the first period to the end of the last."""

    first: int
    last: int
    left: float
    width: float

    def at(self, day: date) -> float:
        """Return the place of a day in pixels from the left."""
        return self.left + self.width * (day.toordinal() - self.first) / max(1, self.last - self.first)


def day_labels(axis: Axis, y: float, palette: Palette) -> str:
    """Return years, months or days below an axis at `y`, as many as have room."""
    first, last = date.fromordinal(axis.first), date.fromordinal(axis.last)
    span = axis.last - axis.first
    if span > 900:
        every = max(1, math.ceil((last.year - first.year) / 12))
        ticks = [(date(year, 1, 1), str(year)) for year in range(first.year, last.year + 1, every)]
    elif span > 70:
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        every = max(1, math.ceil(len(months) / 12))
        ticks = [(date(m // 12, m % 12 + 1, 1), f"{m // 12}-{m % 12 + 1:02d}") for m in months[::every]]
    else:
        every = max(1, span // 9)
        ticks = [(date.fromordinal(d), date.fromordinal(d).isoformat()) for d in range(axis.first, axis.last, every)]
    shown = [(axis.at(day), words) for day, words in ticks if first <= day <= last]
    end = axis.left + axis.width + 10
    return "".join(text(x, y + 15, w, palette.faint) for x, w in shown if x + len(w) * LETTER <= end)


def text(x: float, y: float, words: str, colour: str, *, anchor: str = "start", bold: bool = False) -> str:
    """Return words, escaped, whose foot stands at `y`."""
    weight = ' font-weight="600"' if bold else ""
    look = f'font-size="12" text-anchor="{anchor}" fill="{colour}"{weight}'
    return f'<text x="{x:.1f}" y="{y:.1f}" {look}>{escape(words)}</text>'


def svg(width: int, height: float, parts: Sequence[str]) -> str:
    """Return a sheet with these parts on it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height:g}" '
        f'viewBox="0 0 {width} {height:g}" font-family="{FONT}">{"".join(parts)}</svg>'
    )
