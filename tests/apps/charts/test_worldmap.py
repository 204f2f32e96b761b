"""The map: the projection that the shapes were drawn with, every state visible, nothing smeared over the sheet."""

from __future__ import annotations

import csv
import json
import re
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.apps.charts.worldmap import BORDERS_NOTE, world, world_map

DATA = json.loads(files("dateline.apps.charts").joinpath("data/world.json").read_text("utf-8"))
SHAPES = {c["code"]: c for c in DATA["countries"] if not c.get("disputed")}


@pytest.mark.parametrize("place", DATA["checks"], ids=str)
def test_a_place_lies_where_the_program_that_drew_the_shapes_puts_it(place: list[list[float]]) -> None:
    (longitude, latitude), expected = place
    assert world().point(latitude, longitude) == pytest.approx(expected, abs=0.06)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_place_lies_on_the_sheet(latitude: float, longitude: float) -> None:
    x, y = world().point(latitude, longitude)
    assert -0.1 <= x <= world().width + 0.1
    assert -0.1 <= y <= world().height + 0.1


def test_every_country_code_has_a_shape_or_a_dot() -> None:
    path = files("dateline.knowledge").joinpath("data/countries/codes.tsv")
    codes = {row["code"] for row in csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t")}
    assert codes - {"ESH"} <= set(SHAPES)
    assert any(c["code"] == "ESH" for c in DATA["countries"])


@pytest.mark.parametrize("code", ["SGP", "MLT", "VAT", "NRU", "TUV", "MDV", "LIE"])
def test_a_small_state_is_drawn_as_a_dot_too(code: str) -> None:
    assert SHAPES[code]["small"]


def test_no_shape_is_smeared_across_the_cut() -> None:
    """A line longer than a quarter of the sheet would be a country drawn through the ocean (Antarctica's edge apart)."""
    for shape in DATA["countries"]:
        if shape["code"] == "ATA":
            continue
        for ring in re.split(r"[MZ]", shape["path"]):
            xs = [float(pair.split(",")[0]) for pair in ring.split("L") if pair]
            assert all(abs(a - b) < world().width / 4 for a, b in pairwise(xs)), shape["code"]


def test_russia_is_whole_and_lies_in_the_east() -> None:
    xs = [float(x) for x in re.findall(r"[ML](-?[\d.]+),", SHAPES["RUS"]["path"])]
    assert min(xs) > world().width / 2


def test_the_file_stays_small_enough_for_a_page() -> None:
    assert len(json.dumps(DATA)) < 300_000


def test_countries_are_shaded_by_code_and_places_drawn_by_number() -> None:
    lima = {"place": "Lima", "country": "PER", "latitude": -12.05, "longitude": -77.04, "n": 9}
    cusco = {"place": "Cusco", "country": "PER", "latitude": -13.5, "longitude": -72.0, "n": 1}
    nowhere = {"place": "Atlantis", "country": None, "latitude": None, "longitude": None, "n": 5}
    chart = world_map([cusco, lima, nowhere], countries=[{"code": "PER", "n": 10}])
    assert [row["place"] for row in chart.rows] == ["Lima", "Cusco", "whole country"]
    svg = chart.svg()
    assert "PER: 10 events" in svg
    assert "Lima, PER: 9 events" in svg
    radii = [float(r) for r in re.findall(r'r="([\d.]+)"><title>(?:Lima|Cusco)', svg)]
    assert radii == sorted(radii, reverse=True)
    assert chart.note == BORDERS_NOTE
    assert "no statement" in BORDERS_NOTE


def test_a_section_shows_what_there_is_to_show_and_leaves_out_the_rest() -> None:
    lima = {"place": "Lima", "country": "PER", "latitude": -12.05, "longitude": -77.04, "n": 9}
    whole, part = world_map([lima]).svg(), world_map([lima], section=True).svg()
    assert len(part) < len(whole) / 2
    left, top, width, height = (float(x) for x in re.findall(r'viewBox="([^"]+)"', part)[0].split())
    x, y = world().point(-12.05, -77.04)
    assert left < x < left + width
    assert top < y < top + height
    assert left >= 0
    assert left + width <= world().width


def test_a_section_around_the_whole_world_is_the_whole_world() -> None:
    far = [
        {"place": "A", "country": "USA", "latitude": 64.0, "longitude": -160.0, "n": 1},
        {"place": "B", "country": "NZL", "latitude": -45.0, "longitude": 170.0, "n": 1},
    ]
    assert len(world_map(far, section=True).svg()) > 200_000


def test_a_map_without_places_is_still_a_map() -> None:
    chart = world_map([])
    assert "<path" in chart.svg()
    assert chart.description == "No event has a place."
