"""What the pages show and where they lead."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from pyarrow import parquet
from starlette.testclient import TestClient

import dateline


def _tree(answer: Any) -> Any:
    assert answer.status_code == 200, answer.text[:500]
    return html.fromstring(answer.content)


def _words(tree: Any, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]


def test_the_address_alone_chooses_the_events(client: TestClient) -> None:
    tree = _tree(client.get("/events?quad=verbal+conflict&country=BOL"))
    assert _words(tree, "//tbody/tr/td[2]/a") == ["REJECT"]
    assert _words(tree, "//ul[@class='chips']/li/a")[:2] == [
        "quad class: verbal conflict × (remove)",
        "country on either side: BOL × (remove)",
    ]


def test_facets_count_what_choosing_them_would_show(client: TestClient) -> None:
    tree = _tree(client.get("/events?quad=verbal+conflict"))
    links = tree.xpath("//section[@class='facet' and @aria-labelledby != 'facet-quad']//a")
    assert len(links) >= 8
    for link in links:
        promised = int(link.xpath("./span[@class='n']")[0].text_content())
        assert int(_words(_tree(client.get(link.get("href"))), "//h1/span")[0]) == promised, link.get("href")


def test_a_chosen_facet_is_marked_and_its_link_takes_it_away(client: TestClient) -> None:
    tree = _tree(client.get("/events?type=REJECT&sort=type"))
    (chosen,) = tree.xpath("//section[@aria-labelledby='facet-type']//a[@aria-current]")
    assert chosen.get("href") == "/events?sort=type"


def test_a_story_marks_the_evidence_of_the_event_that_the_address_names(client: TestClient) -> None:
    tree = _tree(client.get("/story?id=fish&event=e-sign"))
    marks = {mark.get("class").split()[0]: mark.text_content() for mark in tree.xpath("//div[@id='text']//mark")}
    assert marks["k-trigger"] == "signed"
    assert marks["k-actor"] == "Norway and Chile"
    assert "frame support.sign.treaty" in _words(tree, "//details[@class='why']")[0]


def test_every_piece_of_a_story_knows_its_offset(client: TestClient, run_folder: Path) -> None:
    text = {s["story_id"]: s["text"] for s in dateline.open_run(run_folder).rows("stories")}["envoys"]
    tree = _tree(client.get("/story?id=envoys"))
    pieces = tree.xpath("//div[@id='text']//*[@data-o]")
    assert "".join(p.text_content() for p in pieces) == text
    for piece in pieces:
        at = int(piece.get("data-o"))
        assert text[at : at + len(piece.text_content())] == piece.text_content()


def test_a_permalink_of_an_event_leads_to_it_in_its_story(client: TestClient) -> None:
    answer = client.get("/event/e-expel")
    assert answer.headers["location"] == "/story?id=envoys&event=e-expel#now"
    assert client.get("/event/none").status_code == 404
    assert client.get("/story?id=none").status_code == 404


def test_a_permalink_of_a_span_marks_its_characters(client: TestClient, run_folder: Path) -> None:
    text = {s["story_id"]: s["text"] for s in dateline.open_run(run_folder).rows("stories")}["envoys"]
    start = text.index("“never”")
    tree = _tree(client.get(f"/story?id=envoys&span={start}-{start + 7}"))
    assert "".join(m.text_content() for m in tree.xpath("//mark[contains(@class, 'linked')]")) == "“never”"
    assert len(tree.xpath("//*[@id='span']")) == 1


@pytest.mark.parametrize("span", ["9-3", "0-99999", "x", "-1-3"])
def test_a_span_that_the_text_does_not_have_marks_nothing(client: TestClient, span: str) -> None:
    tree = _tree(client.get("/story", params={"id": "envoys", "span": span}))
    assert not tree.xpath("//mark[contains(@class, 'linked')]")


VIEWS = (
    "/events",
    "/events?country=BOL&sort=score",
    "/events?between=CHL,PER",
    "/events?between=CHL,NOR",
    "/events?q=norway&since=2019",
    "/events?who=Q298&context=economic",
    "/events?at=3161732&place=NOR",
    "/events?sector=GOV&min=0.6&max=0.9&until=2019-05",
    "/events?mode=expel&actor=PER&recipient=BOL&status=happened",
    "/events?dated=unknown&speaker=its+minister&cameo=05&frame=frame+support.sign.treaty",
    "/stories?q=envoys",
    "/dyads?code=CHL",
    "/actors?code=CHL",
    "/places?country=NOR",
    "/ties?kind=treaty&country=NOR",
    "/incidents?country=PER&least=2",
    "/events?incident=i-expel",
)


def _plain(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float | int) else str(value)


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_view_comes_as_csv_json_parquet_and_python(client: TestClient, view: str) -> None:
    path, _, query = view.partition("?")
    rows = list(csv.DictReader(io.StringIO(client.get(f"{path}.csv?{query}").text)))
    assert rows
    told = client.get(f"{path}.json?{query}").json()
    table = parquet.read_table(io.BytesIO(client.get(f"{path}.parquet?{query}").content)).to_pylist()
    assert [{k: _plain(v) for k, v in row.items()} for row in table] == [
        {k: _plain(v) for k, v in row.items()} for row in told
    ]
    assert [list(row) for row in told] == [list(row) for row in rows]
    (code,) = _tree(client.get(view)).xpath("//pre[@class='code']/code")
    names: dict[str, Any] = {}
    exec(compile(code.text_content(), "shown", "exec"), names)
    frame = names[path.strip("/")]
    key = next(iter(told[0]))
    assert sorted(map(_plain, frame[key])) == sorted(_plain(row[key]) for row in told)
    assert list(frame.columns) == list(told[0])


def test_the_python_for_commitments_runs_too(client: TestClient) -> None:
    (code,) = _tree(client.get("/commitments?state=open&kind=promise")).xpath("//pre[@class='code']/code")
    names: dict[str, Any] = {}
    exec(compile(code.text_content(), "shown", "exec"), names)
    assert names["commitments"] == []


def test_cells_that_a_spreadsheet_would_run_are_defused_when_asked(client: TestClient) -> None:
    from dateline.apps.workbench.listing import _safe

    assert [_safe(v) for v in ("=1+1", "-2", "words", -2.0)] == ["'=1+1", "'-2", "words", -2.0]
    assert client.get("/events.csv?excel=yes").status_code == 200


def test_every_page_and_every_link_on_it_answers(client: TestClient) -> None:
    seen: set[str] = set()
    waiting = ["/"]
    while waiting and len(seen) < 160:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code in {200, 303}, address
        if "html" in answer.headers.get("content-type", ""):
            tree: Any = html.fromstring(answer.content)
            links = [str(a).split("#")[0] for a in tree.xpath("//a/@href")]
            waiting += [a for a in links if a and a not in seen and "frame" not in a]
    assert {"/events", "/dyads", "/actors", "/places", "/incidents", "/ties", "/commitments", "/review"} <= seen


def test_an_incident_shows_every_telling_and_what_its_sources_differ_on(client: TestClient) -> None:
    tree = _tree(client.get("/incidents"))
    (first, *_) = tree.xpath("//a[@class='rowlink']/@href")
    assert first == "/incident?id=i-expel"
    tree = _tree(client.get(first))
    assert _words(tree, "//tbody//a[@class='rowlink']") == ["SANCTION/expel", "REJECT"]
    assert "type, date" in _words(tree, "//dl")[0]
    assert [row["event_id"] for row in client.get("/events.json?incident=i-expel&sort=story").json()] == [
        "e-expel",
        "e-refuse",
    ]
    assert client.get("/incident?id=none").status_code == 404


def test_an_empty_run_has_all_its_pages(tmp_path: Path, serve: Callable[..., TestClient], empty_run: Path) -> None:
    client = serve(empty_run)
    for page in ("/", "/events", "/stories", "/dyads", "/actors", "/places", "/ties", "/commitments", "/review"):
        assert client.get(page).status_code == 200, page


def test_the_scheme_that_a_reader_chose_comes_with_the_page(client: TestClient) -> None:
    page = client.get("/events", headers={"Cookie": "theme=dark"})
    assert '<html lang="en" data-theme="dark">' in page.text
    page = client.get("/events", headers={"Cookie": "theme=purple"})
    assert '<html lang="en" data-theme="auto">' in page.text
