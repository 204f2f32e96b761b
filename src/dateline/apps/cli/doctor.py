"""`dateline doctor`: is everything there that coding needs?"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer

from dateline.model import DatelineError, ModelFileError, StoreError

_LIBRARIES = ("spacy", "numpy", "pyarrow", "duckdb", "onnxruntime", "tokenizers", "typer", "rich")
_OPTIONAL = ("pandas", "polars")
# Loading the stages takes about this much; less leaves no room for a second process.
_MEMORY_GB = 2.0


def doctor_command(
    run: Annotated[Path | None, typer.Argument(help="Also check this run folder.", show_default=False)] = None,
) -> None:
    """Check Python, libraries, the language pipeline, bases and lexicons; say what to do about what is wrong.

    Exit code 1: something is wrong with the installation; 3: with the run.
    """
    checks: list[tuple[str, Callable[[], str]]] = [
        ("Python", _python),
        ("libraries", _libraries),
        ("language pipeline", _pipeline),
        ("codebook and frames", _lexicons),
        ("classifier", _classifier),
        ("wire conventions", _wire),
        ("base of actors", _actors),
        ("gazetteer", _places),
        ("optional packages", _optional),
        ("memory", _memory),
    ]
    good = [_report(name, check) for name, check in checks]
    sound = _report("run", lambda: _run(run)) if run else True
    if not sound:
        raise typer.Exit(3)
    if not all(good):
        raise typer.Exit(1)


def _report(name: str, check: Callable[[], str]) -> bool:
    try:
        typer.echo(f"ok   {name}: {check()}")
    except DatelineError as error:
        typer.echo(f"BAD  {name}: {error}")
        return False
    return True


def _python() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _libraries() -> str:
    missing = [name for name in _LIBRARIES if importlib.util.find_spec(name) is None]
    if missing:
        raise ModelFileError(f"{', '.join(missing)} not installed; run `make install` or `pip install dateline`")
    return ", ".join(f"{name} {metadata.version(name)}" for name in _LIBRARIES)


def _pipeline() -> str:
    from dateline.language import DEFAULT_PIPELINE, check_hashes, find_pipeline

    folder = find_pipeline(DEFAULT_PIPELINE)
    check_hashes(folder)
    return f"{DEFAULT_PIPELINE}, every file as expected ({folder})"


def _classifier() -> str:
    from dateline.coding.models.classifier import Classifier, Pair
    from dateline.model import Span

    pair = Pair("Peru accused Chile of spying.", Span(0, 4), Span(13, 18))
    judged = Classifier.load().judge([pair])[0]
    return f"files as their card names them; it reads {pair.text!r} as {judged.best} ({judged.types[judged.best]:.2f})"


def _lexicons() -> str:
    from dateline.knowledge.codebook import Codebook
    from dateline.knowledge.frames import FrameLexicon

    codebook, lexicon = Codebook.load(), FrameLexicon.load()
    sizes = {
        "types": codebook.types,
        "rulings": codebook.rulings,
        "frames": lexicon.frames,
        "operators": lexicon.operators,
    }
    return ", ".join(f"{len(found)} {name}" for name, found in sizes.items())


def _wire() -> str:
    from dateline.knowledge.wire import WireStyle

    style = WireStyle.load()
    return f"{len(style.agencies)} agency marks, {len(style.furniture)} kinds of furniture"


def _actors() -> str:
    from datetime import date

    from dateline.knowledge.base import KnowledgeBase

    base = KnowledgeBase.open()
    if not base.holders("FRA", "head_of_state", on=date(2019, 1, 1)):
        raise ModelFileError("the base of actors has no heads of state; install Dateline again")
    return f"version {base.version}"


def _places() -> str:
    from dateline.knowledge.gazetteer import Gazetteer

    gazetteer = Gazetteer.open()
    if not gazetteer.lookup("Nairobi"):
        raise ModelFileError("the gazetteer does not know Nairobi; install Dateline again")
    return f"{gazetteer.path.stat().st_size / 1e6:.0f} MB"


def _optional() -> str:
    found = [name for name in _OPTIONAL if importlib.util.find_spec(name)]
    return ", ".join(found) or "none (`pip install dateline[pandas]` or `[polars]` gives data frames)"


def _memory() -> str:
    if "SC_PHYS_PAGES" not in os.sysconf_names:
        return "unknown"
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    if size < _MEMORY_GB:
        raise ModelFileError(f"{size:.1f} GB in all; coding takes about {_MEMORY_GB:.0f} GB")
    return f"{size:.1f} GB"


def _run(folder: Path | None) -> str:
    from dateline.store import Run

    found = Run.open(folder or Path())
    problems = found.problems()
    if problems:
        raise StoreError("; ".join(problems))
    return f"{found.manifest['stories']} stories, {found.manifest['events']} events, every table as written"
