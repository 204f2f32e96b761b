"""What was promised, threatened, demanded or planned, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.apps.charts.chart import Chart, Column, Row, Spec
from dateline.apps.charts.palettes import Palette
from dateline.apps.charts.vega import base, links, scale

STATES = ("open", "done", "broken", "overdue")


def commitment_states(rows: Iterable[Row], *, title: str = "Commitments and their state") -> Chart:
    """Return a bar for each kind of commitment, parted by state.

    Args:
        rows: `kind` (promise, threat, demand, plan), `state` (open, done, broken, overdue), `n`, `href` where wanted.
        title: Another title.
    """
    described = (
        {**row, "order": STATES.index(row["state"]), "words": f"{row['n']} {row['state']} ({row['kind']})"}
        for row in rows
    )
    ordered = sorted(described, key=lambda row: (row["kind"], STATES.index(row["state"])))
    sums = {state: sum(row["n"] for row in ordered if row["state"] == state) for state in STATES}
    gist = ", ".join(f"{n} {state}" for state, n in sums.items() if n)
    return Chart(
        name="commitments",
        title=title,
        description=f"Commitments: {gist}." if gist else "No commitments.",
        columns=(Column("kind", "Kind"), Column("state", "State"), Column("n", "Commitments", True)),
        rows=tuple(ordered),
        spec=lambda palette, width: _spec(ordered, palette, width),
        links=links(ordered),
    )


def _spec(rows: Sequence[Row], palette: Palette, width: int) -> Spec:
    colours = scale((state, str(getattr(palette, state))) for state in STATES)
    return {
        **base(palette, width=width, height={"step": 30}),
        "data": {"values": rows},
        "mark": {"type": "bar", "height": {"band": 0.7}, "stroke": palette.paper, "strokeWidth": 1},
        "encoding": {
            "y": {"field": "kind", "type": "nominal", "axis": {"title": None, "ticks": False, "domain": False}},
            "x": {
                "field": "n",
                "type": "quantitative",
                "stack": True,
                "axis": {"title": None, "format": "d", "tickMinStep": 1},
            },
            "color": {"field": "state", "type": "nominal", "scale": colours, "legend": {"columns": 4}},
            "order": {"field": "order", "type": "quantitative"},
            "description": {"field": "words", "type": "nominal"},
        },
    }
