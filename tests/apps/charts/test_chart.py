"""Every chart: a safe SVG in three themes, a table twin that holds the same numbers, and words for it."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from dateline.apps import charts
from dateline.apps.charts import Chart

NASTY = '<script>alert(1)</script> & "quoted"'
TIE = {"label": "treaty: CHL, PER", "kind": "treaty", "since": "1999", "until": None, "as_of": "2020-05-04"}
MADE: dict[str, Chart] = {
    "timeline": charts.timeline([{"period": "2020-05-01", "quad": "verbal conflict", "n": 4}]),
    "types": charts.by_type([{"type": NASTY, "quad": "material cooperation", "n": 3, "href": "?type=AID"}]),
    "heat map": charts.dyad_heatmap([{"actor": NASTY, "recipient": "CHL", "n": 2, "score": -7.5}]),
    "dyad timeline": charts.dyad_timeline(
        [{"direction": "PER → CHL", "period": "2020-05-01", "quad": "material conflict", "n": 1}]
    ),
    "commitments": charts.commitment_states([{"kind": "promise", "state": "broken", "n": 2}]),
    "ties": charts.ties_as_periods([TIE, {**TIE, "label": NASTY, "since": None, "as_of": None}]),
    "map": charts.world_map(
        [{"place": NASTY, "country": "PER", "latitude": -12.0, "longitude": -77.0, "n": 2, "href": "?place=1"}],
        countries=[{"code": "PER", "n": 2}],
    ),
}


def _elements(svg: str) -> list[tuple[str, Any]]:
    root = etree.fromstring(svg.encode())
    return [(etree.QName(element).localname, element) for element in root.iter()]


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_a_picture_holds_no_script_style_or_event_and_no_id_outside_its_scope(name: str, theme: Any) -> None:
    elements = _elements(MADE[name].svg(theme=theme, scope="here"))
    assert not {"script", "style", "foreignObject", "image"} & {tag for tag, _ in elements}
    for _, element in elements:
        assert not any(key.startswith("on") or key == "style" for key in element.attrib)
        assert element.get("id", "here-").startswith("here-")
    ids = [element.get("id") for _, element in elements if element.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", MADE)
def test_a_picture_is_named_and_described_for_those_who_do_not_see_it(name: str) -> None:
    elements = _elements(MADE[name].svg(scope="here"))
    root = elements[0][1]
    assert root.get("role") in {"img", "group"}
    assert root.get("aria-labelledby") == "here-title here-desc"
    assert {"title", "desc"} <= {tag for tag, _ in elements}


@pytest.mark.parametrize("name", MADE)
def test_the_automatic_theme_names_every_colour_so_that_the_page_decides(name: str) -> None:
    svg = MADE[name].svg(theme="auto")
    bare = svg.replace(", #", ", ")
    assert "var(--dl-ink" in svg or "var(--dl-land" in svg
    assert not [colour for colour in charts.PALETTES["light"].names() if colour in bare]


@pytest.mark.parametrize("name", MADE)
def test_the_table_twin_has_a_row_for_every_row_and_escapes_what_stories_say(name: str) -> None:
    chart = MADE[name]
    assert [set(row) for row in chart.table()] == [{c.key for c in chart.columns}] * len(chart.rows)
    figure = chart.figure_html()
    assert "<script" not in figure
    assert figure.count("<tr>") == len(chart.rows) + 1


@pytest.mark.parametrize("name", [name for name, chart in MADE.items() if chart.spec])
def test_altair_accepts_every_specification(name: str) -> None:
    assert MADE[name].altair().to_dict()["width"]


def test_the_map_has_no_specification() -> None:
    with pytest.raises(TypeError, match="without Vega"):
        MADE["map"].altair()


def test_a_picture_becomes_png() -> None:
    assert MADE["types"].png(width=200, scale=1).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "href", ["https://example.org/x", "//example.org/x", "javascript:alert(1)", "data:text/html,x"]
)
def test_a_link_that_leaves_the_page_is_dropped(href: str) -> None:
    svg = charts.by_type([{"type": "AID", "quad": "material cooperation", "n": 3, "href": href}]).svg()
    assert "example.org" not in svg
    assert "javascript" not in svg
    assert "data:" not in svg


def test_a_link_within_the_site_is_kept() -> None:
    assert 'href="?type=AID"' in MADE["types"].svg()
    assert 'href="?place=1"' in MADE["map"].svg()


@pytest.mark.parametrize(
    "chart",
    [
        charts.timeline([]),
        charts.by_type([]),
        charts.dyad_heatmap([]),
        charts.dyad_timeline([]),
        charts.commitment_states([]),
        charts.ties_as_periods([]),
    ],
    ids=lambda chart: chart.name,
)
def test_nothing_to_show_is_said_in_words(chart: Chart) -> None:
    assert "Nothing to show" in chart.svg()
    assert chart.table() == []


def test_the_style_sheet_declares_every_colour_for_both_themes() -> None:
    sheet = charts.css()
    for palette in charts.PALETTES.values():
        for colour, name in palette.names().items():
            assert f"--dl-{name.replace('_', '-')}: {colour};" in sheet
