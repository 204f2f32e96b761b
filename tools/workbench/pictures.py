"""Draws the pictures of docs/workbench.md and docs/workbench-pages.md from the example stories, with Debian's chromium.

    python -m tools.workbench.pictures [--large FOLDER]

Those of every page are small, to be kept; with `--large` they are drawn large into a folder, to be looked at.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from dateline.apps.review import Entry, Plan, ReviewLog, machine_values
from dateline.store import Run

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
PROGRAM = [sys.executable, "-c", "from dateline.apps.cli import main; main()"]


def draw(page: Page, address: str, run: Run) -> None:
    """Save a picture of each page that the documentation shows."""
    event = next(e for e in run.rows("events") if e["decided_by"].startswith("frame sanction.impose"))
    shots = {
        "story": f"/story?id={event['story_id']}&event={event['event_id']}",
        "events": "/events?quad=verbal+cooperation&since=2018",
    }
    for name, path in shots.items():
        page.goto(address + path)
        page.screenshot(path=str(PICTURES / f"workbench-{name}.png"))


def pages(run: Run) -> dict[str, str]:
    """Return a name and an address for every kind of page."""
    events = run.rows("events")
    event = next(e for e in events if e["decided_by"].startswith("frame sanction.impose"))
    tie = next(t for t in run.rows("ties") if t["countries"])
    person = next(r["entity_id"] for r in run.rows("event_actors") if r["entity_kind"] == "person" and r["entity_id"])
    place = next(e["geonameid"] for e in events if e["geonameid"])
    incident = run.rows("incidents")[0]["incident_id"]
    return {
        "overview": "/",
        "events": "/events",
        "stories": "/stories",
        "story": f"/story?id={event['story_id']}&event={event['event_id']}",
        "story-ties": f"/story?id={tie['story_id']}#ties",
        "dyads": "/dyads",
        "dyad": "/dyad?a=EST&b=FIN",
        "actors": "/actors",
        "actor": f"/actor?id={person}",
        "country": "/actor?code=MLI",
        "places": "/places",
        "place": f"/place?id={place}",
        "incidents": "/incidents",
        "incident": f"/incident?id={incident}",
        "ties": "/ties",
        "commitments": "/commitments",
        "review": "/review",
        "adjudicate": "/review/adjudicate",
        "frame": f"/frame?id={event['decided_by'].removeprefix('frame ')}",
        "refused": "/events?type=NOTHING",
    }


def review(run: Run) -> None:
    """Leave a plan, verdicts of two coders and a dispute, so that the pages about reviews have something to show."""
    log = ReviewLog(run.folder)
    events = run.rows("events")[:12]
    plan = Plan(name="first-look", coder="ada", kind="random", seed=1, events=tuple(e["event_id"] for e in events))
    log.save_plan(plan)
    for number, event in enumerate(events):
        ids = {"event_id": event["event_id"], "story_id": event["story_id"], "machine": machine_values(event)}
        log.append(Entry(coder="ada", action="reject" if number == 4 else "accept", **ids))
        if number < 6:
            log.append(Entry(coder="bo", action="reject" if number in {1, 4} else "accept", **ids))


def draw_each(browser: Browser, address: str, run: Run, folder: Path, *, scale: float) -> None:
    """Save a picture of every page, one in the dark and one as on a phone."""
    folder.mkdir(parents=True, exist_ok=True)
    wide = {"viewport": {"width": 1200, "height": 800}, "device_scale_factor": scale}
    shown: dict[str, tuple[str, dict[str, Any]]] = {name: (path, wide) for name, path in pages(run).items()}
    shown["dark"] = (shown["story"][0], {**wide, "color_scheme": "dark"})
    shown["phone"] = (shown["events"][0], {"viewport": {"width": 390, "height": 760}, "device_scale_factor": scale})
    for name, (path, look) in shown.items():
        page = browser.new_page(**look)
        page.goto(address + path)
        page.screenshot(path=str(folder / f"{name}.jpg"), type="jpeg", quality=55 if scale < 1 else 80)
        page.close()


def main() -> None:
    """Code the examples, serve them, and draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--large", type=Path, help="Draw every page large into this folder, and nothing else.")
    large = parser.parse_args().large
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder) / "examples"
        subprocess.run([*PROGRAM, "code", "examples", "-o", str(run), "-q"], check=True, cwd=ROOT)
        command = [*PROGRAM, "serve", str(run), "--port", "0", "--coder", "you"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split(" at ")[1].split()[0].rstrip("/")
            with sync_playwright() as play:
                browser = play.chromium.launch(executable_path=CHROMIUM)
                if large is None:
                    draw(browser.new_page(viewport={"width": 1200, "height": 780}), address, Run.open(run))
                review(Run.open(run))
                draw_each(browser, address, Run.open(run), large or PICTURES / "pages", scale=1 if large else 0.5)
                browser.close()
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
