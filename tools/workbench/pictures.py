"""Draws the pictures of docs/workbench.md from the example stories, with Debian's chromium.

python -m tools.workbench.pictures
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from dateline.store import Run

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
PROGRAM = [sys.executable, "-c", "from dateline.apps.cli import main; main()"]


def draw(page: Page, address: str, run: Run) -> None:
    """Save a picture of each page that the documentation shows."""
    event = next(e for e in run.rows("events") if e["type"] == "SANCTION")
    shots = {
        "story": f"/story?id={event['story_id']}&event={event['event_id']}",
        "events": "/events?quad=verbal+cooperation&since=2018",
        "dyad": "/dyad?a=EST&b=FIN",
    }
    for name, path in shots.items():
        page.goto(address + path)
        page.screenshot(path=str(PICTURES / f"workbench-{name}.png"))


def main() -> None:
    """Code the examples, serve them, and draw."""
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
                draw(browser.new_page(viewport={"width": 1200, "height": 780}), address, Run.open(run))
                browser.close()
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
