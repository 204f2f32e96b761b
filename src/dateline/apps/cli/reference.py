"""Writes docs/commands.md from the commands: `python -m dateline.apps.cli.reference docs/commands.md`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_CODES = """## Exit codes

| code | meaning |
|---|---|
| 0 | done |
| 1 | done, but some inputs were rejected (or, with `--strict`, stopped at one) |
| 2 | a wrong command, option or path |
| 3 | the run folder is damaged, locked or cannot be written |
| 130 | interrupted |
"""


def reference() -> str:
    """Return the commands with their arguments and options in Markdown, as docs/commands.md holds them."""
    from typer.main import get_command

    from dateline.apps.cli.main import app

    parts = [
        "# Commands and options\n",
        "Written from the program by `python -m dateline.apps.cli.reference`; do not edit by hand. `dateline COMMAND "
        "--help` prints the same.\n",
    ]
    for path, command in _leaves(get_command(app), ("dateline",)):
        usage = " ".join([*path, *(_argument(p) for p in command.params if p.param_type_name == "argument")])
        parts.append(f"## {' '.join(path[1:])}\n\n{_clean(command.help)}\n\n```sh\n{usage} [OPTIONS]\n```\n")
        rows = [_row(p) for p in command.params if getattr(p, "help", None) and not getattr(p, "hidden", False)]
        if rows:
            parts.append("| | meaning | by default |\n|---|---|---|\n" + "\n".join(rows) + "\n")
    return "\n".join([*parts, _CODES])


def _leaves(command: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
        return
    for name, child in inner.items():
        yield from _leaves(child, (*path, name))


def _argument(parameter: Any) -> str:
    name = parameter.metavar or parameter.name.upper()
    return f"{name}…" if parameter.nargs == -1 and parameter.metavar is None else str(name)


def _row(parameter: Any) -> str:
    names = parameter.opts if parameter.param_type_name == "option" else [_argument(parameter)]
    told = ", ".join(f"`{name}`" for name in names)
    default = parameter.default
    plain = "" if default in (None, False, "", (), []) or callable(default) or parameter.required else f"`{default}`"
    return f"| {told} | {_clean(parameter.help)} | {plain} |"


def _clean(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip().replace("|", r"\|")


def main(arguments: list[str]) -> int:
    """Write the reference to the file named, or to standard output."""
    if arguments:
        Path(arguments[0]).write_text(reference(), "utf-8")
    else:
        sys.stdout.write(reference())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
