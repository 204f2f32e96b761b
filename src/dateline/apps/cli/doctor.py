"""`dateline doctor`: is everything there that coding needs?"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable

import typer

from dateline.model import DatelineError


def doctor_command() -> None:
    """Check Python, the language pipeline, the bases and the lexicons; say what to do about what is wrong."""
    checks: list[tuple[str, Callable[[], str]]] = [
        ("Python", _python),
        ("language pipeline", _pipeline),
        ("codebook and frames", _lexicons),
        ("base of actors", _actors),
        ("gazetteer", _places),
        ("optional packages", _optional),
    ]
    broken = 0
    for name, check in checks:
        try:
            typer.echo(f"ok   {name}: {check()}")
        except DatelineError as error:
            broken += 1
            typer.echo(f"BAD  {name}: {error}")
    if broken:
        raise typer.Exit(1)


def _python() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _pipeline() -> str:
    from dateline.language import DEFAULT_PIPELINE, check_hashes, find_pipeline

    folder = find_pipeline(DEFAULT_PIPELINE)
    check_hashes(folder)
    return f"{DEFAULT_PIPELINE}, every file as expected ({folder})"


def _lexicons() -> str:
    from dateline.knowledge.codebook import Codebook
    from dateline.knowledge.frames import FrameLexicon

    codebook, lexicon = Codebook.load(), FrameLexicon.load()
    return f"{len(codebook.types)} types, {len(codebook.rulings)} rulings, {len(lexicon.frames)} frames, {len(lexicon.operators)} operators"


def _actors() -> str:
    from dateline.knowledge.base import KnowledgeBase

    return f"version {KnowledgeBase.open().version}"


def _places() -> str:
    from dateline.knowledge.gazetteer import Gazetteer

    return f"{Gazetteer.open().path.stat().st_size / 1e6:.0f} MB"


def _optional() -> str:
    found = [name for name in ("pandas", "polars") if importlib.util.find_spec(name)]
    return ", ".join(found) or "none (pandas and polars give data frames)"
