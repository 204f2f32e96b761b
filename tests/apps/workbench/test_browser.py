"""The workbench in a real browser: from `dateline code` to a corrected, undone, filtered and exported record."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from dateline.apps.review import Entry, Plan, ReviewLog, machine_values
from dateline.store import Run

ROOT = Path(__file__).parents[3]
CHROMIUM = "/usr/bin/chromium"
PROGRAM = [sys.executable, "-c", "from dateline.apps.cli import main; main()"]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="no chromium at /usr/bin/chromium; `make browser` adds it"),
]


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, coded as a user codes them."""
    folder = tmp_path_factory.mktemp("browser") / "examples-run"
    subprocess.run([*PROGRAM, "code", str(ROOT / "examples"), "-o", str(folder), "-q"], check=True)
    return folder


class Served:
    """`dateline serve` of a run, and its address."""

    def __init__(self, folder: Path) -> None:
        command = [*PROGRAM, "serve", str(folder), "--port", "0", "--coder", "ada"]
        self._server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._server.stdout is not None
        self.address = self._server.stdout.readline().split(" at ")[1].split()[0].rstrip("/")
        self.folder = folder

    def stop(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait(timeout=10)


@pytest.fixture(scope="module")
def served(coded: Path) -> Iterator[Served]:
    """The workbench of the examples."""
    found = Served(coded)
    yield found
    found.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM)
        yield found
        found.close()


@pytest.fixture
def page(browser: Any, served: Served) -> Iterator[Any]:
    """A fresh window; whatever asks another machine, breaks the policy or throws fails the test."""
    context = browser.new_context(base_url=served.address, accept_downloads=True)
    asked: list[str] = []
    complaints: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    found = context.new_page()
    found.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    found.on("pageerror", lambda error: complaints.append(str(error)))
    yield found
    context.close()
    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme not in {"data", "blob"}}
    assert hosts == {urlsplit(served.address).netloc}
    assert complaints == []


def _event(folder: Path, kind: str) -> dict[str, Any]:
    """Return an event of a type that a frame decided."""
    found = (event for event in Run.open(folder).rows("events") if event["type"] == kind)
    return next(event for event in found if event["decided_by"].startswith("frame "))


def _press(page: Any, key: str) -> None:
    """Press a key once the page is loaded: keys do something from when the deferred script has run."""
    page.wait_for_load_state("load")
    page.keyboard.press(key)


def test_an_event_is_corrected_undone_filtered_and_exported(page: Any, served: Served, tmp_path: Path) -> None:
    event = _event(served.folder, "SANCTION")
    log = ReviewLog(served.folder)
    page.goto("/")
    page.get_by_role("link", name="Events", exact=True).click()
    page.get_by_role("complementary", name="Filters").get_by_role("link", name="SANCTION").click()
    assert "type=SANCTION" in page.url
    page.locator(f'a.rowlink[href*="{event["event_id"]}"]').click()
    assert page.locator("article.now .type").inner_text().startswith("SANCTION")
    assert page.locator("#text mark.k-trigger").first.inner_text() in event["text"]
    assert "frame" in page.locator("article.now details.why").inner_text()

    _press(page, "1")
    page.locator("article.now select[name=type]").select_option("COERCE")
    page.locator("article.now").get_by_role("button", name="Save correction").click()
    page.get_by_role("status").wait_for()
    assert log.state().verdict(event["event_id"]).human["type"] == "COERCE"

    page.goto(f"/events?review=correct&type={event['type']}")
    assert page.locator("table.events tbody tr").count() == 1
    assert "corrected" in page.locator("table.events tbody").inner_text()
    with page.expect_download() as started:
        page.get_by_role("link", name="CSV", exact=True).click()
    started.value.save_as(tmp_path / "view.csv")
    with (tmp_path / "view.csv").open(encoding="utf-8") as stream:
        assert [row["event_id"] for row in csv.DictReader(stream)] == [event["event_id"]]

    page.goto(f"/event/{event['event_id']}")
    _press(page, "Backspace")
    page.get_by_role("status").wait_for()
    assert log.state().verdict(event["event_id"]).kind == ""
    assert [entry.action for entry in log.entries()] == ["correct", "undo"]
    page.goto("/events?review=correct")
    assert "No event answers" in page.locator("main").inner_text()


def test_a_whole_review_needs_the_keyboard_only(page: Any, served: Served) -> None:
    log = ReviewLog(served.folder)
    before = len(log.entries())
    page.goto("/events?sort=story")
    _press(page, "j")
    _press(page, "Enter")
    page.wait_for_url("**/story?*")
    for key in ("a", "x", " "):
        _press(page, key)
        page.wait_for_url("**done=*")
        page.goto(page.url.replace("done=", "was="))
    assert [entry.action for entry in log.entries()[before:]] == ["accept", "reject", "skip"]
    _press(page, "?")
    assert page.locator("dialog#keys").is_visible()
    _press(page, "a")
    _press(page, "Escape")
    assert not page.locator("dialog#keys").is_visible()
    assert len(log.entries()) == before + 3
    _press(page, "w")
    _press(page, "/")
    page.keyboard.type("a x 1")
    assert page.locator("#find").input_value() == "a x 1"
    assert len(log.entries()) == before + 3


def test_a_missed_event_is_added_by_marking_its_words(page: Any, served: Served) -> None:
    story = next(s for s in Run.open(served.folder).rows("stories") if "lima" in s["origin"])
    page.goto(f"/story?id={story['story_id']}")
    words = page.evaluate(
        """() => {
            const pieces = [...document.querySelectorAll('#text [data-o]')];
            const first = pieces.find(p => p.textContent.trim().length > 20).firstChild;
            const range = document.createRange();
            range.setStart(first, 4); range.setEnd(first, 16);
            getSelection().removeAllRanges(); getSelection().addRange(range);
            return range.toString();
        }"""
    )
    _press(page, "9")
    page.locator("#add select[name=type]").select_option("ACCUSE")
    page.get_by_role("button", name="Add event").click()
    page.get_by_role("status").wait_for()
    added = ReviewLog(served.folder).state().added[-1]
    assert added.human["text"] == words
    assert story["text"][added.human["start"] : added.human["end"]] == words
    assert "added by ada" in page.locator("#added").inner_text()


def test_a_page_is_whole_without_scripts_and_on_a_phone(browser: Any, served: Served) -> None:
    context = browser.new_context(
        base_url=served.address, java_script_enabled=False, viewport={"width": 375, "height": 700}
    )
    page = context.new_page()
    story = Run.open(served.folder).rows("stories")[0]["story_id"]
    for address in ("/events", f"/story?id={story}", "/", "/review"):
        page.goto(address)
        assert page.locator("h1").is_visible()
        box = page.locator("main").bounding_box()
        assert box is not None
        assert box["width"] <= 375, address
    context.close()


def _pages(folder: Path) -> list[str]:
    run = Run.open(folder)
    event = _event(folder, "SANCTION")
    base = f"/story?id={event['story_id']}"
    actor = next(row["entity_id"] for row in run.rows("event_actors") if row["entity_id"])
    place = next(row["geonameid"] for row in run.rows("events") if row["geonameid"])
    tie = next(row for row in run.rows("ties"))
    incident = next(row["incident_id"] for row in run.rows("incidents"))
    return [
        "/",
        "/events",
        "/events?type=AID",
        "/stories",
        f"{base}&event={event['event_id']}&span=10-40",
        "/dyads",
        "/dyad?a=CAN&b=BLR",
        "/dyad?a=EST&b=FIN",
        f"/story?id={tie['story_id']}",
        f"/incident?id={incident}",
        "/actors",
        f"/actor?id={actor}",
        "/actor?code=MLI",
        "/places",
        f"/place?id={place}",
        "/incidents",
        "/ties",
        "/commitments",
        "/review",
        "/review/adjudicate",
        f"/frame?id={event['decided_by'].removeprefix('frame ')}",
        "/events?type=NOTHING",
    ]


def _dispute(folder: Path) -> None:
    """Let two coders differ and one draw a plan, so that the pages about reviews are not empty."""
    log, event = ReviewLog(folder), Run.open(folder).rows("events")[-1]
    for coder, action in (("ada", "accept"), ("bo", "reject")):
        ids = {"event_id": event["event_id"], "story_id": event["story_id"]}
        log.append(Entry(coder=coder, action=action, machine=machine_values(event), **ids))
    log.save_plan(Plan(name="axe", coder="ada", kind="random", seed=1, events=(event["event_id"],)))


def test_axe_finds_no_serious_violation_on_any_page_in_either_scheme(browser: Any, served: Served) -> None:
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    found: list[str] = []
    # Everything in the light; what the scheme changes, the contrast of colours, once more in the dark.
    asked: dict[str, dict[str, Any]] = {
        "light": {"resultTypes": ["violations"]},
        "dark": {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}},
    }
    context = browser.new_context(base_url=served.address, color_scheme="light")
    page = context.new_page()
    _dispute(served.folder)
    for address in _pages(served.folder):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
        for scheme, options in asked.items():
            page.emulate_media(color_scheme=scheme)
            for violation in axe.run(page, options=options).response["violations"]:
                if violation["impact"] in {"serious", "critical"} or "wcag2aa" in violation["tags"]:
                    where = violation["nodes"][0]["html"][:160]
                    found.append(f"{address} {scheme}: {violation['id']}: {violation['help']}: {where}")
    context.close()
    assert found == []


def test_an_older_server_of_another_run_can_stand_beside(coded: Path, tmp_path: Path) -> None:
    shutil.copytree(coded, tmp_path / "copy", ignore=shutil.ignore_patterns(".workbench", "reviews.*"))
    other = Served(tmp_path / "copy")
    other.stop()
    assert (tmp_path / "copy" / ".workbench").is_dir()
