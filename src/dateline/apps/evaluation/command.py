"""`dateline evaluate SUITE FILE [--json]`."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from dateline.apps.evaluation.rows import read_rows, with_texts
from dateline.model import Sureness, UsageError

SUITES = (
    "pairs",
    "gsr",
    "actors",
    "mentions",
    "coreference",
    "places",
    "quotes",
    "deixis",
    "counts",
    "times",
    "petrarch",
    "records",
    "incidents",
    "duplicates",
    "reviewed",
)


def evaluate(
    suite: Annotated[str, typer.Argument(help=f"One of: {', '.join(SUITES)}.")],
    file: Annotated[
        Path, typer.Argument(help="Gold file (or, for records, a folder) in the suite's format; for reviewed a run.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")] = False,
    setting: Annotated[
        Sureness, typer.Option(help="How sure the classifier must be; frames: the lexicon alone.")
    ] = Sureness.BALANCED,
    stories: Annotated[
        list[Path] | None,
        typer.Option(help="Stories (JSON Lines, .gz, or a folder) for sets that hold only ids, offsets and labels."),
    ] = None,
    plan: Annotated[str | None, typer.Option(help="For reviewed: count the events of this sampling plan only.")] = None,
) -> None:
    """Measure Dateline on a gold set, or a run by its reviews, and print the figures."""
    result = run_suite(suite, file, setting=setting.value, stories=stories or (), plan=plan)
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
        return
    _print_table(suite, result)


def run_suite(
    suite: str,
    file: Path,
    *,
    setting: str = Sureness.BALANCED,
    stories: Sequence[Path] = (),
    plan: str | None = None,
) -> dict[str, Any]:
    """Run one suite.

    Args:
        suite: Name of a suite.
        file: Its gold file.
        setting: How frames and classifier are joined (`frames`: the lexicon alone).
        stories: Where the texts of rows are that hold only a story's id.
        plan: For `reviewed`: the sampling plan whose events count.

    Returns:
        The suite's keys (0 to 1), `n`, `classes`, `intervals` and `seconds`.

    Raises:
        UsageError: No such suite, or a file that cannot be read.
    """
    if suite not in SUITES:
        raise UsageError(f"there is no suite {suite!r}; choose one of {', '.join(SUITES)}")
    if suite == "reviewed":
        from dateline.apps.evaluation import reviewed

        return {**reviewed.evaluate(file, plan=plan), "seconds": 0.0}
    if plan is not None:
        raise UsageError("--plan goes with the suite reviewed only")
    rows = with_texts(read_rows(file), stories)
    if not rows:
        raise UsageError(f"{file} holds no rows; give a gold file in the format of the suite {suite!r}")
    from dateline.apps.evaluation.system import System

    run: Callable[..., dict[str, Any]] = import_module(f"dateline.apps.evaluation.{suite}").evaluate
    options = {"folder": file.parent / "dictionaries"} if suite == "petrarch" else {}
    started = time.perf_counter()
    try:
        result = run(rows, System(setting=setting), **options)
    except KeyError as error:
        raise UsageError(f"a row of {file} lacks the key {error}; is it a file of the suite {suite!r}?") from error
    result["seconds"] = round(time.perf_counter() - started, 2)
    return result


def _print_table(suite: str, result: dict[str, Any]) -> None:
    table = Table(title=f"{suite}: {result['n']} rows in {result['seconds']} s")
    for heading in ("figure", "value", "95 % interval"):
        table.add_column(heading)
    for key, value in result.items():
        if isinstance(value, float) and key != "seconds":
            low, high = result.get("intervals", {}).get(key, ("", ""))
            table.add_row(key, f"{value:.3f}", f"{low} – {high}")
    Console().print(table)
    for key in ("missed", "extra"):
        for words in result.get(key, []):
            typer.echo(f"{key}: {words}", err=True)
