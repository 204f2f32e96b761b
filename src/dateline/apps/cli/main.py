"""`dateline`: the commands, their options and exit codes.

Exit codes: 0 done, 1 done with rejected inputs, 2 usage, 3 damaged or locked store, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from dateline.apps.cli.check import check_command
from dateline.apps.cli.code import code_command
from dateline.apps.cli.codebook import app as codebook_app
from dateline.apps.cli.commitments import commitments_command
from dateline.apps.cli.config import app as config_app
from dateline.apps.cli.config import default_map
from dateline.apps.cli.diff import diff_command
from dateline.apps.cli.doctor import doctor_command
from dateline.apps.cli.dossier import dossier_command
from dateline.apps.cli.export import events_command, export_command
from dateline.apps.cli.knowledge import app as knowledge_app
from dateline.apps.cli.show import show_command
from dateline.apps.cli.ties import ties_command
from dateline.apps.cli.watch import watch_command
from dateline.apps.evaluation.command import evaluate
from dateline.apps.review.command import app as review_app
from dateline.apps.workbench.command import serve_command
from dateline.model import DatelineError, ReadError, StoreError, UsageError
from dateline.version import VERSION

DONE, REJECTED, USAGE, STORE, INTERRUPTED = 0, 1, 2, 3, 130

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Reads news reports and keeps the record: who did or said what to whom, when, where, and who says so.",
)
app.command("code")(code_command)
app.command("show")(show_command)
app.command("events")(events_command)
app.command("export")(export_command)
app.command("commitments")(commitments_command)
app.command("ties")(ties_command)
app.command("dossier")(dossier_command)
app.command("serve")(serve_command)
app.command("evaluate")(evaluate)
app.command("doctor")(doctor_command)
app.command("check")(check_command)
app.command("diff")(diff_command)
app.command("watch")(watch_command)
app.add_typer(config_app, name="config")
app.add_typer(knowledge_app, name="knowledge")
app.add_typer(codebook_app, name="codebook")
app.add_typer(review_app, name="review")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Hold the options that come before a command."""


def main() -> None:
    """Run the program; errors become one clear line and an exit code."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        app(default_map=default_map())
    except UsageError as error:
        _fail(str(error), USAGE)
    except StoreError as error:
        _fail(str(error), STORE)
    except ReadError as error:
        _fail(str(error), REJECTED)
    except DatelineError as error:
        _fail(str(error), USAGE)
    except KeyboardInterrupt:
        _fail("interrupted; run the same command again to go on", INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str, code: int) -> None:
    typer.echo(f"dateline: {message}", err=True)
    sys.exit(code)
