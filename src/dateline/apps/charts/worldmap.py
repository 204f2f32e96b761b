"""Places and countries on a map of the world in the Equal Earth projection."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from importlib.resources import files
from typing import Any

from dateline.apps.charts.chart import Chart, Column, Row, plural
from dateline.apps.charts.drawing import FONT
from dateline.apps.charts.palettes import Palette

BORDERS_NOTE = (
    "Borders are those of Natural Earth, which show control on the ground, in Crimea and Western Sahara for example; "
    "dashed areas are disputed. They are no statement on the status of any territory. Equal Earth projection, cut at "
    "169° W."
)
TITLE = "Where events took place"
# The polynomial of Šavrič, Patterson and Jenny, "The Equal Earth map projection" (2018).
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2
_SMALLEST, _LARGEST = 3.0, 13.0


@dataclass(frozen=True, slots=True)
class World:
    """The sheet that the shapes were drawn on by tools/map/build.mjs."""

    width: float
    height: float
    turn: float
    scale: float
    translate: tuple[float, float]
    sphere: str
    countries: tuple[dict[str, Any], ...]

    def point(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Return where a place lies on the sheet, in pixels from the upper left corner.

        Example:
            >>> tuple(round(x) for x in world().point(0, 11))
            (480, 234)
        """
        turned = math.radians((longitude - self.turn + 180) % 360 - 180)
        t = math.asin(_M * math.sin(math.radians(latitude)))
        t2 = t * t
        t6 = t2 * t2 * t2
        slope = _A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)
        x = turned * math.cos(t) / (_M * slope)
        y = t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))
        return self.translate[0] + self.scale * x, self.translate[1] - self.scale * y


@lru_cache(maxsize=1)
def world() -> World:
    """Return the map data of the package."""
    found = json.loads(files("dateline.apps.charts").joinpath("data/world.json").read_text("utf-8"))
    return World(
        width=found["width"],
        height=found["height"],
        turn=found["turn"],
        scale=found["scale"],
        translate=tuple(found["translate"]),
        sphere=found["sphere"],
        countries=tuple(found["countries"]),
    )


def world_map(places: Iterable[Row], *, countries: Iterable[Row] = (), title: str = TITLE) -> Chart:
    """Return a map with a circle for each place, its area by the number of events, and countries shaded by theirs.

    Args:
        places: `place`, `country` (ISO 3166 alpha-3), `latitude`, `longitude`, `n`, and `href` where a circle leads.
        countries: `code`, `n`, and `href`; none: land without shades.
        title: Another title.
    """
    shown = sorted(
        (p for p in places if p["latitude"] is not None and p["longitude"] is not None),
        key=lambda p: (-p["n"], p["place"] or ""),
    )
    shades = {row["code"]: row for row in countries}
    return Chart(
        name="map",
        title=title,
        description=_gist(shown),
        columns=(
            Column("place", "Place"),
            Column("country", "Country"),
            Column("latitude", "Latitude", True),
            Column("longitude", "Longitude", True),
            Column("n", "Events", True),
        ),
        rows=tuple(shown),
        draw=lambda palette, width: _draw(shown, shades, palette, width),
        note=BORDERS_NOTE,
    )


def _draw(places: list[Row], shades: dict[str, Row], palette: Palette, width: int) -> str:
    sheet = world()
    top = max((row["n"] for row in shades.values()), default=0)
    land = "".join(_country(c, shades.get(c["code"]), top, palette) for c in sheet.countries)
    most = max((p["n"] for p in places), default=1)
    dots = "".join(_place(sheet, p, most, palette) for p in places)
    key = _shade_key(sheet, top, palette) if top else ""
    height = round(width * (sheet.height + 4) / sheet.width)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 -2 {sheet.width:g} {sheet.height + 4:g}" font-family="{FONT}">'
        f'<path d="{sheet.sphere}" fill="{palette.sea}" stroke="{palette.line}"/>'
        f'<g stroke="{palette.shore}" stroke-width="0.5" stroke-linejoin="round">{land}</g>'
        f'<g fill="{palette.dot}" fill-opacity="0.65" stroke="{palette.paper}" stroke-width="0.8">{dots}</g>{key}</svg>'
    )


def _country(shape: dict[str, Any], row: Row | None, top: int, palette: Palette) -> str:
    fill = palette.counts()[_shade(row["n"], top)] if row else palette.land
    dashed = ' stroke-dasharray="2 1.5"' if shape.get("disputed") else ""
    drawn = f'<path d="{shape["path"]}" fill="{fill}"{dashed}/>' if shape["path"] else ""
    if shape.get("small") and not shape.get("disputed"):
        x, y = shape["at"]
        drawn += f'<circle cx="{x}" cy="{y}" r="2.2" fill="{fill}"/>'
    if row is None:
        return drawn
    tip = _tip(f"{shape['code']}: {plural(row['n'], 'event')}")
    return _leading(f"<g>{tip}{drawn}</g>", row)


def _shade(n: int, top: int) -> int:
    """Give the step of a count, 0 to 4, on a scale of its logarithm: a few countries have most events."""
    return min(4, int(5 * math.log1p(n) / math.log1p(top) - 1e-9)) if top else 0


def _place(sheet: World, row: Row, most: int, palette: Palette) -> str:
    x, y = sheet.point(row["latitude"], row["longitude"])
    radius = _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(row["n"] / most) if most > 1 else 4.5
    words = f"{row['place'] or 'unnamed place'}, {row['country'] or 'no country'}: {plural(row['n'], 'event')}"
    return _leading(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}">{_tip(words)}</circle>', row)


def _tip(words: str) -> str:
    return f"<title>{escape(words)}</title>"


def _leading(drawn: str, row: Row) -> str:
    return f'<a href="{escape(str(row["href"]))}">{drawn}</a>' if row.get("href") else drawn


def _shade_key(sheet: World, top: int, palette: Palette) -> str:
    """Draw what the shades mean, in the empty lower left corner."""
    bounds = [math.expm1(math.log1p(top) * i / 5) for i in range(6)]
    lines: list[str] = []
    for i, colour in enumerate(palette.counts()):
        low, high = max(1, math.floor(bounds[i]) + 1), math.floor(bounds[i + 1] + 1e-9)
        if high < low:
            continue
        y = sheet.height - 14 - 16 * len(lines)
        words = str(low) if low == high else f"{low}–{high}"
        lines.append(
            f'<rect x="4" y="{y:g}" width="14" height="10" fill="{colour}"/>'
            f'<text x="23" y="{y + 9:g}" font-size="11" fill="{palette.ink}">{words}</text>'
        )
    y = sheet.height - 14 - 16 * len(lines)
    lines.append(f'<text x="4" y="{y + 8:g}" font-size="11" fill="{palette.faint}">events</text>')
    return "".join(lines)


def _gist(rows: list[Row]) -> str:
    if not rows:
        return "No event has a place."
    first = ", ".join(f"{p['place']} ({p['n']})" for p in rows[:3])
    return f"{plural(sum(p['n'] for p in rows), 'event')} at {plural(len(rows), 'place')}; most at {first}."
