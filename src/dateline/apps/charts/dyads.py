"""Who acts on whom: a heat map of all pairs, and one pair over time in both directions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.apps.charts.chart import Chart, Column, Row, Spec, plural
from dateline.apps.charts.palettes import QUADS, Palette, step
from dateline.apps.charts.timeline import bars, marks, pivoted
from dateline.apps.charts.vega import base, links

STEPS = (
    "-10 to -6",
    "-6 to -3",
    "-3 to -0.5",
    "around 0",
    "0.5 to 3",
    "3 to 6",
    "6 to 10",
)

# The seven steps of the legend stand side by side from this width on.
_WIDE = 660


def dyad_heatmap(rows: Iterable[Row], *, most: int = 15, title: str = "Who acts on whom") -> Chart:
    """Return a cell for each pair of actor (line) and recipient (column): events, coloured by their mean PLOVER score.

    Args:
        rows: `actor`, `recipient` (codes or names), `n`, `score` (mean PLOVER score), and `href` where a cell leads.
        most: How many actors and recipients are drawn; the table holds them all.
        title: Another title.
    """
    ordered = sorted(rows, key=lambda row: (-row["n"], row["actor"], row["recipient"]))
    actors, recipients = _first(ordered, "actor", most), _first(ordered, "recipient", most)
    drawn = [_cell(row) for row in ordered if row["actor"] in actors and row["recipient"] in recipients]
    left = len(ordered) - len(drawn)
    return Chart(
        name="dyads",
        title=title,
        description=_gist(ordered),
        columns=(
            Column("actor", "Actor"),
            Column("recipient", "Recipient"),
            Column("n", "Events", True),
            Column("score", "Mean PLOVER score", True),
        ),
        rows=tuple(ordered),
        spec=lambda palette, width: _heat(drawn, actors, recipients, palette, width),
        links=links(drawn),
        note=f"{left} pairs with fewer events are in the table only." if left else "",
    )


def dyad_timeline(rows: Iterable[Row], *, unit: str = "month", title: str = "Both directions over time") -> Chart:
    """Return cooperation and conflict over time, one band for each direction.

    Args:
        rows: `direction` (such as "RUS → PHL"), `period`, `quad`, `n`.
        unit: day, week, month or year.
        title: Another title.
    """
    counted = [row for row in rows if row["quad"] in QUADS and row["period"]]
    sums: Counter[str] = Counter()
    for row in counted:
        sums[row["direction"]] += row["n"]
    table = pivoted(counted, by=("direction", "period"), unit=unit)
    return Chart(
        name="dyad-timeline",
        title=title,
        description="; ".join(f"{direction}: {plural(n, 'event')}" for direction, n in sums.items())
        or "No dated events.",
        columns=(
            Column("direction", "Direction"),
            Column("period", unit.capitalize()),
            *(Column(q, q.capitalize(), True) for q in QUADS),
        ),
        rows=tuple(sorted(table, key=lambda row: list(sums).index(row["direction"]))),
        spec=lambda palette, width: _bands(counted, unit, palette, width),
    )


def _first(rows: list[Row], side: str, most: int) -> list[str]:
    sums: Counter[str] = Counter()
    for row in rows:
        sums[row[side]] += row["n"]
    return [name for name, _ in sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))[:most]]


def _heat(rows: Sequence[Row], actors: list[str], recipients: list[str], palette: Palette, width: int) -> Spec:
    axis = {"domain": False, "ticks": False, "labelLimit": 160}
    encoding: dict[str, Any] = {
        "x": {
            "field": "recipient",
            "type": "nominal",
            "sort": recipients,
            "axis": {**axis, "orient": "top", "title": "recipient", "labelAngle": -45},
        },
        "y": {"field": "actor", "type": "nominal", "sort": actors, "axis": {**axis, "title": "actor"}},
    }
    colour = {
        "field": "step",
        "type": "ordinal",
        "scale": {"domain": list(STEPS), "range": list(palette.scores())},
        "legend": {
            "orient": "bottom",
            "title": "mean PLOVER score, from conflict to cooperation",
            "columns": 7 if width >= _WIDE else 4,
        },
    }
    cell = {
        "mark": {"type": "rect", "stroke": palette.paper, "strokeWidth": 2},
        "encoding": {"color": colour, "description": {"field": "words", "type": "nominal"}},
    }
    number = {
        "mark": {"type": "text", "aria": False},
        "encoding": {
            "text": {"field": "n", "type": "quantitative"},
            "color": {"condition": {"test": "datum.strong", "value": palette.paper}, "value": palette.ink},
        },
    }
    frame = base(palette, width=width, height={"step": 28})
    return {**frame, "data": {"values": rows}, "encoding": encoding, "layer": [cell, number]}


def _cell(row: Row) -> dict[str, Any]:
    score = row["score"] or 0.0
    at = step(score)
    words = f"{row['actor']} to {row['recipient']}: {plural(row['n'], 'event')}, mean score {score:.1f}"
    return {**row, "step": STEPS[at], "strong": at in {0, 1, 5, 6}, "words": words}


def _bands(rows: list[Row], unit: str, palette: Palette, width: int) -> Spec:
    drawn = bars(rows, unit, palette)
    row: dict[str, Any] = {
        "field": "direction",
        "type": "nominal",
        "sort": list(dict.fromkeys(r["direction"] for r in rows)),
    }
    row["header"] = {"labelAngle": 0, "labelOrient": "top", "title": None}
    frame = base(palette, width=max(width - 70, 200), height=130)
    del frame["autosize"]
    return {
        **frame,
        "data": {"values": marks(rows)},
        "mark": drawn["mark"],
        "encoding": {"row": row, **drawn["encoding"]},
    }


def _gist(rows: list[Row]) -> str:
    if not rows:
        return "No pairs of actor and recipient."
    first = ", ".join(f"{row['actor']} to {row['recipient']} ({row['n']})" for row in rows[:3])
    return f"{len(rows)} pairs; most events: {first}."
