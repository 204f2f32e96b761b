"""A dossier as a file; its ending chooses the form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dateline.apps.dossier.content import Dossier
from dateline.apps.dossier.pages import html, markdown
from dateline.apps.dossier.paper import pdf
from dateline.model import UsageError
from dateline.store import write_whole

_PICTURES = ("timeline", "types", "ties", "map")


def _as_html(dossier: Dossier, path: Path) -> None:
    write_whole(path, html(dossier).encode("utf-8"))


def _as_pdf(dossier: Dossier, path: Path) -> None:
    write_whole(path, pdf(dossier))


def _as_markdown(dossier: Dossier, path: Path) -> None:
    """Write the text, and each picture as an SVG file beside it."""
    pictures = {name: f"{path.stem}-{name}.svg" for name in _PICTURES if dossier.chart(name)}
    for name, file in pictures.items():
        chart = dossier.chart(name)
        if chart:
            write_whole(path.with_name(file), chart.svg(width=760).encode("utf-8"))
    write_whole(path, markdown(dossier, pictures).encode("utf-8"))


FORMATS: dict[str, Callable[[Dossier, Path], None]] = {".html": _as_html, ".pdf": _as_pdf, ".md": _as_markdown}


def write(dossier: Dossier, path: Path) -> None:
    """Write a dossier whole or not at all.

    Raises:
        UsageError: The ending is none of .html, .pdf and .md.
        StoreError: The folder cannot be written.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise UsageError(f"{path}: choose one of {', '.join(FORMATS)} as the file's ending")
    form(dossier, path)
