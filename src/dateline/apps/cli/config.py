"""Where options come from: flags, then `DATELINE_*`, then ./dateline.toml, then the user's file, then the defaults."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from platformdirs import user_config_path

from dateline.model import UsageError

app = typer.Typer(help="Show where options come from.", no_args_is_help=True)
PREFIX = "DATELINE_"
FILE = "dateline.toml"


@dataclass(frozen=True, slots=True)
class Value:
    """One option's value and where it stands."""

    command: str
    option: str
    value: Any
    origin: str


@dataclass(frozen=True, slots=True)
class Option:
    """An option's parameter in the program, and whether it may be given several times."""

    parameter: str
    several: bool = False


Options = dict[str, dict[str, Option]]


def values(options: Options) -> list[Value]:
    """Return the values that are set outside flags, each from the strongest place that sets it.

    A variable is named after command and option (`DATELINE_CODE_WORKERS=2`) or after the option alone
    (`DATELINE_WORKERS=2`: every command that has it). A file has a table a command (`[code]`, `workers = 2`); what
    stands above all tables counts for every command.

    Args:
        options: The options of every command, by the names that files use.

    Raises:
        UsageError: A file is not TOML, or names a command or an option that does not exist.
    """
    files = [(path, _read(path)) for path in (Path(FILE), user_config_path("dateline") / FILE)]
    for path, found in files:
        _refuse_unknown(path, found, options)
    chosen = []
    for command, names in options.items():
        for name, option in names.items():
            value = _value(command, name, files)
            if value is not None:
                listed = value.value.split() if option.several and isinstance(value.value, str) else value.value
                chosen.append(Value(command, name, listed, value.origin))
    return chosen


def default_map() -> dict[str, dict[str, Any]]:
    """Return what the command line takes as defaults: every value that is set outside flags."""
    found: dict[str, dict[str, Any]] = {}
    options = _options()
    for value in values(options):
        found.setdefault(value.command, {})[options[value.command][value.option].parameter] = value.value
    return found


@app.command("show")
def show() -> None:
    """List every option that is set outside flags, its value and where it comes from."""
    found = values(_options())
    for value in found:
        typer.echo(f"{value.command} --{value.option.replace('_', '-')} = {value.value!r}  ({value.origin})")
    if not found:
        places = f"{PREFIX}*, ./{FILE}, {user_config_path('dateline') / FILE}"
        typer.echo(f"nothing is set in {places}; every option has its default", err=True)


def _options() -> Options:
    """Return the options of every command, by the names that files and variables use."""
    from typer.main import get_command

    from dateline.apps.cli.main import app as program

    commands: dict[str, Any] = getattr(get_command(program), "commands", {})
    return {
        name: {
            max(p.opts, key=len).lstrip("-").replace("-", "_"): Option(p.name, bool(p.multiple))
            for p in command.params
            if p.param_type_name == "option"
        }
        for name, command in commands.items()
    }


def _value(command: str, name: str, files: list[tuple[Path, dict[str, Any]]]) -> Value | None:
    for variable in (f"{PREFIX}{command}_{name}".upper(), f"{PREFIX}{name}".upper()):
        if variable in os.environ:
            return Value(command, name, os.environ[variable], variable)
    for path, found in files:
        table = found.get(command)
        for own in (table if isinstance(table, dict) else {}, found):
            if name in own:
                return Value(command, name, own[name], str(path))
    return None


def _read(path: Path) -> dict[str, Any]:
    try:
        found = _plain(tomllib.loads(path.read_text("utf-8")))
        return {name: _plain(value) if isinstance(value, dict) else value for name, value in found.items()}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error


def _plain(table: dict[str, Any]) -> dict[str, Any]:
    return {name.replace("-", "_"): value for name, value in table.items()}


def _refuse_unknown(path: Path, found: dict[str, Any], options: Options) -> None:
    known = {name for names in options.values() for name in names}
    for key, value in found.items():
        if isinstance(value, dict):
            if key not in options:
                raise UsageError(f"{path}: there is no command {key!r}")
            unknown = sorted(value.keys() - options[key].keys())
        else:
            unknown = [] if key in known else [key]
        if unknown:
            raise UsageError(f"{path}: there is no option {unknown[0]!r}")
