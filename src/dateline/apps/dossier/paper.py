"""A dossier as PDF, set by Typst; the content goes in as data, never as Typst's own language."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from dateline.apps.charts.chart import Chart
from dateline.apps.charts.drawing import FONT
from dateline.apps.dossier.content import Dossier
from dateline.apps.dossier.pages import reference, score
from dateline.model import StoreError

# The face that comes with Typst; the pictures use it too, so that no machine's own fonts change the page.
FACE = "Libertinus Serif"


def pdf(dossier: Dossier) -> bytes:
    """Return the dossier as PDF: tagged, with outline and alternative texts, equal bytes for equal content.

    Raises:
        StoreError: Typst refused the page; the message is Typst's.
    """
    made = _set(dossier, form="pdf")
    return made if isinstance(made, bytes) else made[0]


def pages(dossier: Dossier, *, ppi: float = 100.0) -> list[bytes]:
    """Return the pages of the PDF as PNG pictures, with `ppi` dots to the inch.

    Raises:
        StoreError: As for `pdf`.
    """
    made = _set(dossier, form="png", ppi=ppi)
    return [made] if isinstance(made, bytes) else list(made)


def _set(dossier: Dossier, *, form: Literal["pdf", "png"], ppi: float = 100.0) -> bytes | list[bytes]:
    import typst

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        template = files("dateline.apps.dossier").joinpath("templates/dossier.typ").read_text("utf-8")
        (root / "dossier.typ").write_text(template, "utf-8")
        (root / "dossier.json").write_text(json.dumps(_data(dossier), ensure_ascii=False), "utf-8")
        for chart in dossier.charts:
            (root / f"{chart.name}.svg").write_text(_picture(chart), "utf-8")
        try:
            return typst.compile(
                root / "dossier.typ",
                root=root,
                ignore_system_fonts=True,
                format=form,
                ppi=ppi,
                pdf_standards=["ua-1"] if form == "pdf" else None,
            )
        except typst.TypstError as error:
            raise StoreError(f"the dossier could not be set: {error}") from error


def _picture(chart: Chart) -> str:
    return chart.svg(width=760).replace(FONT, FACE)


def _data(dossier: Dossier) -> dict[str, Any]:
    """Return the content as plain values; charts become name, title, note and description."""
    found = {key: value for key, value in asdict(_without_charts(dossier)).items() if key != "charts"}
    found["charts"] = [
        {"name": c.name, "title": c.title, "note": c.note, "description": c.description} for c in dossier.charts
    ]
    return _worded(found)  # type: ignore[no-any-return]


def _without_charts(dossier: Dossier) -> Dossier:
    """Return the dossier without its charts: they hold functions, which are no data."""
    from dataclasses import replace

    return replace(dossier, charts=())


def _worded(value: Any) -> Any:
    """Give references and scores the words that the other forms use."""
    if isinstance(value, dict):
        made = {key: _worded(inner) for key, inner in value.items()}
        if {"number", "label", "start", "end"} <= value.keys():
            from dateline.apps.dossier.content import Ref

            made["text"] = reference(Ref(**value))
        if "score" in value:
            made["score"] = score(value["score"])
        return made
    if isinstance(value, list | tuple):
        return [_worded(inner) for inner in value]
    return value
