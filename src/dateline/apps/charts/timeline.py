"""Cooperation and conflict over time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.apps.charts.chart import Chart, Column, Row, Spec, plural
from dateline.apps.charts.palettes import QUADS, Palette
from dateline.apps.charts.vega import UNITS, base, scale, time_axis

# Above and below the line numbers are counts; between whole numbers there are none.
COUNT = {
    "title": "conflict | cooperation",
    "tickMinStep": 1,
    "labelExpr": "datum.value % 1 ? '' : abs(datum.value)",
}
# Characters of an ISO date that name a month or a year.
_FINE = {"month": 7, "year": 4}
TITLE = "Cooperation and conflict over time"


def timeline(rows: Iterable[Row], *, unit: str = "month", left_out: int = 0, title: str = TITLE) -> Chart:
    """Return bars of events by period: cooperation above the line, conflict below it.

    Args:
        rows: `period` (ISO date of its first day), `quad` (a PLOVER quad class), `n`.
        unit: day, week, month or year.
        left_out: How many events are not drawn because their dates are coarser, or not known.
        title: Another title.

    Raises:
        ValueError: There is no such unit.
    """
    if unit not in UNITS:
        raise ValueError(f"there is no unit {unit!r}; choose one of {', '.join(UNITS)}")
    counted = [row for row in rows if row["quad"] in QUADS and row["period"]]
    return Chart(
        name="timeline",
        title=title,
        description=_gist(counted, unit),
        columns=(Column("period", unit.capitalize()), *(Column(q, q.capitalize(), True) for q in QUADS)),
        rows=pivoted(counted, by=("period",), unit=unit),
        spec=lambda palette, width: _spec(counted, unit, palette, width) if counted else {},
        note=f"{plural(left_out, 'event')} with a coarser date or none not drawn." if left_out else "",
    )


def pivoted(rows: Iterable[Row], *, by: tuple[str, ...], unit: str) -> tuple[dict[str, Any], ...]:
    """Return one row for each combination of `by`, with a column for each quad class."""
    fine = _FINE.get(unit, 10)
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in rows:
        key = tuple(str(row[name])[: fine if name == "period" else None] for name in by)
        line = found.setdefault(key, dict(zip(by, key, strict=True)) | dict.fromkeys(QUADS, 0))
        line[row["quad"]] += row["n"]
    return tuple(found[key] for key in sorted(found))


def marks(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return rows ready to be stacked: conflict counts down from the line, words stand next to it."""
    shown = []
    for row in rows:
        order = QUADS.index(row["quad"])
        signed = -row["n"] if "conflict" in row["quad"] else row["n"]
        words = f"{row['n']} of {row['quad']}"
        shown.append({**row, "period": str(row["period"]), "signed": signed, "order": order, "words": words})
    return shown


def bars(rows: Iterable[Row], unit: str, palette: Palette) -> dict[str, Any]:
    """Return mark and encoding of stacked bars around a line."""
    return {
        "mark": {"type": "bar", "tooltip": False},
        "encoding": {
            "x": time_axis("period", unit, (str(row["period"]) for row in rows)),
            "y": {"field": "signed", "type": "quantitative", "axis": COUNT, "stack": True},
            "color": {
                "field": "quad",
                "type": "nominal",
                "scale": scale((q, palette.quad(q)) for q in QUADS),
                "legend": {"columns": 4},
            },
            "order": {"field": "order", "type": "quantitative"},
            "description": {"field": "words", "type": "nominal"},
        },
    }


def _spec(rows: list[Row], unit: str, palette: Palette, width: int) -> Spec:
    zero = {
        "data": {"values": [{"zero": 0}]},
        "mark": {"type": "rule", "color": palette.faint},
        "encoding": {"y": {"field": "zero", "type": "quantitative", "axis": COUNT}},
    }
    frame = base(palette, width=width, height=240)
    return {**frame, "data": {"values": marks(rows)}, "layer": [bars(rows, unit, palette), zero]}


def _gist(rows: list[Row], unit: str) -> str:
    if not rows:
        return "No dated events."
    sums = {side: sum(row["n"] for row in rows if side in row["quad"]) for side in ("cooperation", "conflict")}
    periods = sorted({str(row["period"])[: _FINE.get(unit, 10)] for row in rows})
    peak = max(pivoted(rows, by=("period",), unit=unit), key=lambda line: sum(line[q] for q in QUADS))
    when = (
        f"all in {periods[0]}" if len(periods) == 1 else f"from {periods[0]} to {periods[-1]}, most in {peak['period']}"
    )
    return (
        f"{plural(sums['cooperation'], 'event')} of cooperation and {sums['conflict']} of conflict by {unit}, {when}."
    )
