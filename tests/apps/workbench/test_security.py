"""Nothing that a story, an address or another site holds does anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dateline.apps.review import ReviewLog
from dateline.apps.workbench.fields import FIELDS, SORTS
from dateline.apps.workbench.query import Query
from dateline.apps.workbench.security import POLICY, name_of
from dateline.model import UsageError

HOST = "http://127.0.0.1:8765"
SAME = {"Origin": HOST, "Sec-Fetch-Site": "same-origin"}
PAGES = (
    "/",
    "/events",
    "/stories",
    "/story?id=evil",
    "/story?id=evil&event=e-warn&span=0-30",
    "/dyads",
    "/dyad?a=CHL&b=PER",
    "/actors",
    "/actor?code=CHL",
    "/actor?id=Q298",
    "/places",
    "/place?id=3161732",
    "/incidents",
    "/ties",
    "/commitments",
    "/review",
    "/review/adjudicate",
    "/frame?id=support.sign.treaty",
    "/nowhere",
    "/events?type=NOTHING",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_script_in_a_headline_or_text_stays_text_on_every_page(client: TestClient, page: str) -> None:
    body = client.get(page).text
    assert "<script>" not in body
    assert "<img" not in body
    assert "onerror=alert(1)>" not in body


@pytest.mark.parametrize("page", [*PAGES, "/events.csv", "/static/workbench.js", "/static/charts.css"])
def test_every_answer_carries_a_policy_that_lets_in_our_own_files_only(client: TestClient, page: str) -> None:
    headers = client.get(page).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_holds_script_style_or_address_that_the_policy_would_have_to_stop(
    client: TestClient, page: str
) -> None:
    from lxml import html

    tree: Any = html.fromstring(client.get(page).content)
    assert [script.get("src", "") for script in tree.iter("script")] == ["/static/workbench.js?v=0.1.0"]
    assert not list(tree.iter("style"))
    assert not tree.xpath("//@style")
    assert not [name for element in tree.iter() for name in element.attrib if str(name).startswith("on")]
    addresses = [str(a) for a in tree.xpath("//@href | //@src | //@action")]
    assert all(a.startswith(("/", "#")) and not a.startswith("//") for a in addresses), addresses


def test_characters_that_hide_or_turn_text_are_shown_by_number(client: TestClient) -> None:
    assert "⟨U+202E⟩" in client.get("/story?id=evil").text


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8765", "", "localhost@evil.example"]
)
def test_a_forged_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/events", headers={"Host": host})
    assert answer.status_code == 421
    assert "Peru" not in answer.text


@pytest.mark.parametrize("host", ["localhost:1", "[::1]:8765", "127.0.0.1"])
def test_the_machines_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/events", headers={"Host": host}).status_code == 200


def test_a_further_host_is_answered_only_when_it_was_allowed(own_run: Path, serve: Callable[..., TestClient]) -> None:
    assert name_of("box.lan:80") == "box.lan"
    assert serve(own_run).get("/", headers={"Host": "box.lan"}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://127.0.0.1:9999", "Sec-Fetch-Site": "same-site"},
        {"Origin": "http://localhost:8765", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "none"},
        {},
    ],
)
@pytest.mark.parametrize("path", ["/review/judge", "/review/add", "/review/plan", "/review/adjudicate", "/coder"])
def test_a_post_from_anywhere_else_changes_nothing(
    own: TestClient, own_run: Path, headers: dict[str, str], path: str
) -> None:
    form = {"event": "e-sign", "action": "accept", "story": "fish", "coder": "mallory", "name": "p", "size": "1"}
    answer = own.post(path, data=form, headers=headers)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert ReviewLog(own_run).entries() == ()


def test_other_methods_and_large_bodies_are_refused(own: TestClient, own_run: Path) -> None:
    assert own.put("/review/judge", headers=SAME).status_code == 405
    assert own.delete("/events", headers=SAME).status_code == 405
    assert own.post("/review/judge", data={"note": "x" * 70_000}, headers=SAME).status_code == 413
    assert own.get("/review/judge").status_code == 405
    assert ReviewLog(own_run).entries() == ()


def test_a_workbench_that_reads_only_takes_no_review(own_run: Path, serve: Callable[..., TestClient]) -> None:
    client = serve(own_run, read_only=True)
    answer = client.post("/review/judge", data={"event": "e-sign", "action": "accept"}, headers=SAME)
    assert answer.status_code == 403
    assert ReviewLog(own_run).entries() == ()
    assert "/review/judge" not in client.get("/story?id=fish").text


SQL = ["' OR 1=1 --", "x'; DROP TABLE events; --", "1) UNION SELECT text FROM stories --", "%", "_", "?", "\\"]


@pytest.mark.parametrize("words", SQL)
@pytest.mark.parametrize(
    "name", ["who", "speaker", "story", "frame", "at", "incident", "q", "mode", "context", "sector", "cameo"]
)
def test_sql_in_a_filter_is_a_value_that_nothing_has(client: TestClient, name: str, words: str) -> None:
    answer = client.get("/events", params={name: words})
    assert answer.status_code == 200
    assert "No event answers" in answer.text
    assert client.get("/events.json", params={name: words}).json() == []


@pytest.mark.parametrize(
    "name", ["type", "actor", "since", "min", "sort", "page", "per", "review", "between", "nothing", "n); --"]
)
def test_what_a_filter_cannot_hold_is_refused_with_its_name(client: TestClient, name: str) -> None:
    answer = client.get("/events", params={name: "' OR 1=1 --"})
    assert answer.status_code == 400
    assert name.split(")")[0] in answer.text


@pytest.mark.parametrize("page", ["/stories", "/actors", "/places", "/incidents", "/ties", "/dyads"])
@pytest.mark.parametrize("name", ["q", "code", "country", "kind", "type"])
def test_sql_in_the_filters_of_other_tables_finds_nothing(client: TestClient, page: str, name: str) -> None:
    answer = client.get(page, params={name: "' OR '1'='1"})
    assert answer.status_code in {200, 400}


def _sql(name: str, words: str) -> str:
    """Return the condition of a filter; that of a search for words depends on how many there are and on nothing else."""
    return FIELDS[name].sql or FIELDS[name].asked(" ".join("x" for _ in words.split()) or "x")[0]


@given(name=st.sampled_from([*FIELDS, "sort", "page", "review"]), words=st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_a_value_never_becomes_part_of_the_sql(name: str, words: str) -> None:
    try:
        query = Query.read([(name, words)])
    except UsageError:
        return
    where, values = query.where()
    empty = Query.read([]).where()[0]
    known = {empty, f"({_sql(name, words)})"} if name in FIELDS else {empty, where if name == "review" else empty}
    assert where in known
    assert where.count("?") == len(values)
    assert query.sort in SORTS


def test_the_index_reaches_no_file_and_no_setting(own_run: Path) -> None:
    import duckdb

    from dateline.apps.workbench.index import index_file, open_index
    from dateline.store import Run

    base = open_index(index_file(Run.open(own_run)))
    for sql in (
        "SELECT * FROM read_csv('/etc/hostname')",
        "COPY stories TO 'stolen.csv'",
        "ATTACH 'other.db'",
        "SET enable_external_access = true",
        "CREATE TABLE x (a INTEGER)",
        "DELETE FROM events",
    ):
        with pytest.raises(duckdb.Error):
            base.execute(sql)


def test_after_a_review_a_browser_is_never_led_to_another_site(own: TestClient) -> None:
    for back in ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"):
        answer = own.post("/coder", data={"coder": "eva", "back": back}, headers=SAME)
        assert answer.status_code == 303
        assert answer.headers["location"] == "/"
