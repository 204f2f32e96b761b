"""Measures frames alone, classifier alone and both on sentence pairs, and writes the tables and the picture of docs/coding-figures.md.

Usage: python -m tools.docs.coding_figures PAIRS.jsonl

What stands between the marks `figures` in the page is replaced; the confusion matrix goes to `docs/pictures/confusions.svg`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert

from dateline.apps.evaluation import pairs
from dateline.apps.evaluation.system import System
from dateline.model import Sureness

DOCS = Path(__file__).parents[2] / "docs"
START, END = "<!-- figures: made by tools/docs/coding_figures.py -->", "<!-- end of figures -->"
KEYS = {
    "accuracy": "accuracy",
    "macro F1": "macro_f1",
    "macro F1, PLOVER 0.8's own roots": "macro_f1_untranslated",
    "quad F1": "quad_macro_f1",
    "binary F1": "binary_macro_f1",
    "calibration error": "calibration_error",
}
SHOWN = 15  # confusions
Figures = Mapping[str, Any]


def measure(file: Path) -> dict[str, Figures]:
    """Return the suite's figures by decider."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    both = System()
    return {
        "frames": pairs.evaluate(rows, System(setting=Sureness.FRAMES)),
        "classifier": pairs.evaluate(rows, both, frame_weight=0.0),
        "both": pairs.evaluate(rows, both),
    }


def tables(found: Mapping[str, Figures]) -> str:
    """Return the tables in Markdown: all rows, by root, the commonest confusions of both."""
    lines = [f"| decider | {' | '.join(KEYS)} |", "|---" * (len(KEYS) + 1) + "|"]
    for decider, figures in found.items():
        lines.append(f"| {decider} | " + " | ".join(f"{figures[key]:.3f}" for key in KEYS.values()) + " |")
    lines += ["", "| root | rows | " + " | ".join(f"{d} P | R | F1" for d in found) + " |", "|---" * 11 + "|"]
    for root, own in found["both"]["classes"].items():
        cells = [found[d]["classes"].get(root, own)[k] for d in found for k in ("precision", "recall", "f1")]
        lines.append(f"| {root} | {own['n']} | " + " | ".join(f"{cell:.2f}" for cell in cells) + " |")
    lines += ["", "| gold | coded | rows |", "|---|---|---|"]
    lines += [f"| {pair.replace('>', ' | ')} | {n} |" for pair, n in found["both"]["confusions"][:SHOWN]]
    return "\n".join(lines)


def picture(matrix: Mapping[str, Mapping[str, int]]) -> str:
    """Return the confusion matrix as SVG: gold roots down, coded across, shares of the gold row."""
    cells = [
        {"gold": gold, "coded": coded, "rows": n, "share": n / sum(row.values())}
        for gold, row in matrix.items()
        for coded, n in row.items()
    ]
    base = alt.Chart(alt.Data(values=cells)).encode(x=alt.X("coded:N", title="coded"), y=alt.Y("gold:N", title="gold"))  # type: ignore[no-untyped-call]
    shades = base.mark_rect().encode(color=alt.Color("share:Q", scale=alt.Scale(scheme="blues"), title="share of gold"))
    numbers = base.mark_text(fontSize=9).encode(
        text="rows:Q", color=alt.condition("datum.share > 0.5", alt.value("white"), alt.value("black"))
    )
    return str(vl_convert.vegalite_to_svg((shades + numbers).properties(width=480, height=480).to_json()))


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    found = measure(parser.parse_args().file)
    page = DOCS / "coding-figures.md"
    before, _, rest = page.read_text("utf-8").partition(START)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{START}\n{tables(found)}\n{END}{after}", "utf-8")
    (DOCS / "pictures" / "confusions.svg").write_text(picture(found["both"]["matrix"]), "utf-8")


if __name__ == "__main__":
    main()
