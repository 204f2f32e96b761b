"""Events by type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.apps.charts.chart import Chart, Column, Row, Spec, plural
from dateline.apps.charts.palettes import QUADS, Palette
from dateline.apps.charts.vega import base, links, scale

TITLE = "Events by type"


def by_type(rows: Iterable[Row], *, title: str = TITLE) -> Chart:
    """Return a bar for each event type, coloured by quad class, the most frequent first within its class.

    Args:
        rows: `type`, `quad`, `n`, and `href` where a bar is to lead somewhere.
        title: Another title.
    """
    described = ({**row, "words": f"{row['type']}: {row['n']} ({row['quad']})"} for row in rows)
    ordered = sorted(described, key=lambda row: (_rank(row["quad"]), -row["n"], row["type"]))
    return Chart(
        name="types",
        title=title,
        description=_gist(ordered),
        columns=(Column("type", "Type"), Column("quad", "Quad class"), Column("n", "Events", True)),
        rows=tuple(ordered),
        spec=lambda palette, width: _spec(ordered, palette, width),
        links=links(ordered),
    )


def _rank(quad: str) -> int:
    return QUADS.index(quad) if quad in QUADS else len(QUADS)


def _spec(rows: Sequence[Row], palette: Palette, width: int) -> Spec:
    axis = {"title": None, "ticks": False, "domain": False, "labelPadding": 6}
    encoding = {
        "y": {"field": "type", "type": "nominal", "sort": [row["type"] for row in rows], "axis": axis},
        "x": {"field": "n", "type": "quantitative", "axis": None},
        "description": {"field": "words", "type": "nominal"},
    }
    colour = {
        "field": "quad",
        "type": "nominal",
        "scale": scale((q, palette.quad(q)) for q in QUADS if any(row["quad"] == q for row in rows)),
        "legend": {"columns": 4},
    }
    bar = {"mark": {"type": "bar", "height": {"band": 0.75}}, "encoding": {"color": colour}}
    number = {
        "mark": {"type": "text", "align": "left", "dx": 4, "aria": False},
        "encoding": {"text": {"field": "n", "type": "quantitative"}},
    }
    return {
        **base(palette, width=width, height={"step": 22}),
        "data": {"values": rows},
        "encoding": encoding,
        "layer": [bar, number],
    }


def _gist(rows: Sequence[Row]) -> str:
    if not rows:
        return "No events."
    first = sorted(rows, key=lambda row: (-row["n"], row["type"]))[:3]
    total = sum(row["n"] for row in rows)
    names = ", ".join(f"{row['type']} ({row['n']})" for row in first)
    return f"{plural(total, 'event')}; most frequent: {names}."
