"""`dateline codebook new`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Event types of your own.")


@app.callback()
def _group() -> None:
    """Keep `new` a command of its own name."""


@app.command("new")
def new_command(
    name: Annotated[str, typer.Argument(help="Lower-case letters, digits and hyphens, such as election-observation.")],
    definition: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="TOML or JSON with plover, definition and examples.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The codebook folder; may hold other types.")],
) -> None:
    """Learn an event type from a definition and about ten marked sentences; code with `--codebook FOLDER`."""
    from dateline.coding.custom import learn, read_definition, save
    from dateline.coding.models.classifier import Classifier

    told = read_definition(definition, name.lower())
    classifier = Classifier.load()
    custom = learn(told, classifier)
    path = save(custom, output, classifier.sha256)
    found = f"precision {custom.precision:.2f}, recall {custom.recall:.2f} in cross-validation"
    typer.echo(f"{path}: {len(told.examples)} examples, {found}; code with --codebook {output}", err=True)
