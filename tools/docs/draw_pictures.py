"""Draws the pictures of the documentation from the example stories: `python -m tools.docs.draw_pictures`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from dateline import plot
from dateline.apps.dossier import gather
from dateline.apps.dossier.paper import pages
from dateline.pipeline.run import code_run
from dateline.store import Run

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"


def main() -> None:
    """Code the examples and draw."""
    with tempfile.TemporaryDirectory() as folder:
        code_run([str(ROOT / "examples")], Path(folder) / "run")
        run = Run.open(Path(folder) / "run")
        drawn = pages(gather(run, ["Canada", "Belarus"]), ppi=72)
        (PICTURES / "dossier.png").write_bytes(drawn[0])
        (PICTURES / "types.svg").write_text(plot.types(run).svg(), "utf-8")
        (PICTURES / "timeline.svg").write_text(plot.timeline(run, unit="year").svg(), "utf-8")
        (PICTURES / "places.png").write_bytes(plot.places(run).png(width=760, scale=1.25))


if __name__ == "__main__":
    main()
