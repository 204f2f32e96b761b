"""Places and countries on a map of the world in the Equal Earth projection."""

from __future__ import annotations

import json
import math
import re
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
# Radius of the dot of one event where there are few, and of the largest dot; and the smallest that can be seen.
_ONE, _LARGEST, _SMALLEST = 4.5, 13.0, 2.2
# A section is at least this wide, and has this much room around what it shows.
_NARROWEST, _MARGIN = 300.0, 70.0


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


def world_map(
    places: Iterable[Row], *, countries: Iterable[Row] = (), section: bool = False, title: str = TITLE
) -> Chart:
    """Return a map with a circle for each place, its area by the number of events, and countries shaded by theirs.

    Args:
        places: `place`, `country` (ISO 3166 alpha-3), `latitude`, `longitude`, `n`, and `href` where a circle leads.
        countries: `code`, `n`, and `href`; none: land without shades.
        section: Draw only the part of the world in which there is something to show.
        title: Another title.
    """
    shown = sorted(
        (p for p in places if p["latitude"] is not None and p["longitude"] is not None),
        key=lambda p: (-p["n"], p["place"] or ""),
    )
    shades = {row["code"]: row for row in countries}
    whole = [{"place": "whole country", "country": code, "n": row["n"]} for code, row in sorted(shades.items())]
    return Chart(
        name="map",
        title=title,
        description=_gist(shown, shades),
        columns=(
            Column("place", "Place"),
            Column("country", "Country"),
            Column("latitude", "Latitude", True),
            Column("longitude", "Longitude", True),
            Column("n", "Events", True),
        ),
        rows=(*shown, *whole),
        draw=lambda palette, width: _draw(shown, shades, _view(shown, shades, section=section), palette, width),
        note=BORDERS_NOTE,
    )


@dataclass(frozen=True, slots=True)
class View:
    """The part of the sheet that is drawn; `unit` is the size of a pixel of the picture on it."""

    left: float
    top: float
    width: float
    height: float

    @property
    def unit(self) -> float:
        """Return how much of the sheet one pixel of a picture of full width covers."""
        return self.width / world().width

    def shows(self, shape: dict[str, Any]) -> bool:
        """Return whether a country lies in it, wholly or in part."""
        left, top, right, bottom = map(float, _box(shape["path"]) if shape["path"] else (*shape["at"], *shape["at"]))
        across = left <= self.left + self.width and right >= self.left
        return across and top <= self.top + self.height and bottom >= self.top


@lru_cache(maxsize=512)
def _box(path: str) -> tuple[float, float, float, float]:
    pairs = [tuple(map(float, pair.split(","))) for pair in re.findall(r"-?[\d.]+,-?[\d.]+", path)]
    xs, ys = zip(*pairs, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _view(places: list[Row], shades: dict[str, Row], *, section: bool) -> View:
    sheet = world()
    points = [sheet.point(p["latitude"], p["longitude"]) for p in places]
    points += [tuple(shape["at"]) for shape in sheet.countries if shape["code"] in shades]
    if not section or not points:
        return View(0, -2, sheet.width, sheet.height + 4)
    xs, ys = zip(*points, strict=True)
    shape = sheet.width / (sheet.height + 4)
    width = max(max(xs) - min(xs) + 2 * _MARGIN, (max(ys) - min(ys) + 2 * _MARGIN) * shape, _NARROWEST)
    width = min(width, sheet.width)
    height = width / shape
    left = min(max((min(xs) + max(xs) - width) / 2, 0), sheet.width - width)
    top = min(max((min(ys) + max(ys) - height) / 2, -2), sheet.height + 2 - height)
    return View(left, top, width, height)


def _draw(places: list[Row], shades: dict[str, Row], view: View, palette: Palette, width: int) -> str:
    sheet, unit = world(), view.unit
    # A few events in all are no reason for the darkest shade.
    top = max(5, *(row["n"] for row in shades.values())) if shades else 0
    seen = [shape for shape in sheet.countries if view.shows(shape)]
    land = "".join(_country(shape, shades.get(shape["code"]), top, unit, palette) for shape in seen)
    most = max((p["n"] for p in places), default=1)
    dots = "".join(_place(sheet, p, most, unit) for p in places)
    key = _shade_key(view, top, palette) if top else ""
    height = round(width * view.height / view.width)
    box = f"{view.left:g} {view.top:g} {view.width:g} {view.height:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{box}" font-family="{FONT}">'
        f'<path d="{sheet.sphere}" fill="{palette.sea}" stroke="{palette.line}" stroke-width="{unit:g}"/>'
        f'<g stroke="{palette.shore}" stroke-width="{0.5 * unit:g}" stroke-linejoin="round">{land}</g>'
        f'<g fill="{palette.dot}" fill-opacity="0.75" stroke="{palette.paper}" stroke-width="{0.8 * unit:g}">{dots}</g>'
        f"{key}</svg>"
    )


def _country(shape: dict[str, Any], row: Row | None, top: int, unit: float, palette: Palette) -> str:
    fill = palette.counts()[_shade(row["n"], top)] if row else palette.land
    dashed = f' stroke-dasharray="{2 * unit:g} {1.5 * unit:g}"' if shape.get("disputed") else ""
    drawn = f'<path d="{shape["path"]}" fill="{fill}"{dashed}/>' if shape["path"] else ""
    if shape.get("small") and not shape.get("disputed"):
        x, y = shape["at"]
        drawn += f'<circle cx="{x}" cy="{y}" r="{2.2 * unit:g}" fill="{fill}"/>'
    if row is None:
        return drawn
    tip = _tip(f"{shape['code']}: {plural(row['n'], 'event')}")
    return _leading(f"<g>{tip}{drawn}</g>", row)


def _shade(n: int, top: int) -> int:
    """Give the step of a count, 0 to 4, on a scale of its logarithm: a few countries have most events."""
    return min(4, int(5 * math.log1p(n) / math.log1p(top) - 1e-9)) if top else 0


def _place(sheet: World, row: Row, most: int, unit: float) -> str:
    """Draw a dot whose area goes with the number of events."""
    x, y = sheet.point(row["latitude"], row["longitude"])
    one = min(_ONE, _LARGEST / math.sqrt(most))
    radius = max(_SMALLEST, one * math.sqrt(row["n"])) * unit
    words = f"{row['place'] or 'unnamed place'}, {row['country'] or 'no country'}: {plural(row['n'], 'event')}"
    return _leading(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}">{_tip(words)}</circle>', row)


def _tip(words: str) -> str:
    return f"<title>{escape(words)}</title>"


def _leading(drawn: str, row: Row) -> str:
    return f'<a href="{escape(str(row["href"]))}">{drawn}</a>' if row.get("href") else drawn


def _shade_key(view: View, top: int, palette: Palette) -> str:
    """Draw what the shades mean, in the lower left corner."""
    bounds = [math.expm1(math.log1p(top) * i / 5) for i in range(6)]
    steps = []
    for i, colour in enumerate(palette.counts()):
        low, high = max(1, math.floor(bounds[i]) + 1), math.floor(bounds[i + 1] + 1e-9)
        if high >= low:
            steps.append((colour, str(low) if low == high else f"{low}–{high}"))
    height = 16 * len(steps) + 22
    lines = [
        f'<rect x="4" y="{height - 16 * n - 14}" width="14" height="10" fill="{colour}"/>'
        f'<text x="23" y="{height - 16 * n - 5}" font-size="11" fill="{palette.ink}">{words}</text>'
        for n, (colour, words) in enumerate(steps)
    ]
    place = f"translate({view.left:g} {view.top + view.height - (height + 4) * view.unit:g}) scale({view.unit:g})"
    ground = f'<rect width="64" height="{height}" fill="{palette.paper}" fill-opacity="0.8"/>'
    head = f'<text x="4" y="13" font-size="11" fill="{palette.faint}">events</text>'
    return f'<g transform="{place}">{ground}{head}{"".join(lines)}</g>'


def _gist(rows: list[Row], shades: dict[str, Row]) -> str:
    said = []
    if rows:
        first = ", ".join(f"{p['place']} ({p['n']})" for p in rows[:3])
        total = plural(sum(p["n"] for p in rows), "event")
        said.append(f"{total} at {plural(len(rows), 'place')}, most at {first}")
    if shades:
        ordered = sorted(shades.values(), key=lambda row: (-row["n"], row["code"]))
        first = ", ".join(f"{row['code']} ({row['n']})" for row in ordered[:3])
        said.append(f"{plural(sum(row['n'] for row in ordered), 'event')} by country, most in {first}")
    return f"{'; '.join(said)}." if said else "No event has a place."
