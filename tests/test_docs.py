"""The documentation names what exists and its examples run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.apps.cli.main import app
from dateline.pipeline.coder import StoryCoder

ROOT = Path(__file__).parents[1]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text("utf-8")


def _commands() -> set[str]:
    return {str(command.name) for command in app.registered_commands}


def test_every_command_in_the_tutorial_exists() -> None:
    used = set(re.findall(r"\.venv/bin/dateline (\w+)", TUTORIAL))
    assert used
    assert used <= _commands()


def test_every_option_in_the_tutorial_exists() -> None:
    from typer.main import get_command

    known = {
        option
        for command in get_command(app).commands.values()  # type: ignore[attr-defined]
        for parameter in command.params
        for option in parameter.opts
    }
    used = set(re.findall(r"(?<![\w-])(--[a-z][a-z-]+)", TUTORIAL))
    assert used
    assert used <= known


@pytest.mark.model
def test_the_python_examples_of_the_tutorial_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.pipeline.run import code_run

    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    coder = StoryCoder.load()
    code_run(["examples"], "runs/first", coder=coder)
    monkeypatch.setattr("dateline.load", lambda: coder)
    monkeypatch.setattr("builtins.print", lambda *_: None)
    blocks = re.findall(r"```python\n(.*?)```", TUTORIAL, re.DOTALL)
    assert len(blocks) == 3
    for block in blocks:
        exec(compile(block, "tutorial.md", "exec"), {})


def test_the_readme_shows_what_the_program_prints(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    readme = (ROOT / "README.md").read_text("utf-8")
    block = re.search(r"```\n(1\. SANCTION.*?)```", readme, re.S)
    assert block is not None
    runner = CliRunner()
    coded = runner.invoke(app, ["code", str(ROOT / "examples/sanctions-ottawa.txt"), "-o", str(tmp_path / "run"), "-q"])
    assert coded.exit_code == 0
    printed = " ".join(runner.invoke(app, ["show", str(tmp_path / "run")]).output.split())
    for line in block[1].splitlines():
        assert " ".join(line.split()) in printed


def test_every_command_in_the_readme_exists() -> None:
    used = set(re.findall(r"\.venv/bin/dateline (\w+)", (ROOT / "README.md").read_text("utf-8")))
    assert used <= _commands() | {str(group.name) for group in app.registered_groups}


def test_every_folder_of_the_two_rooms_that_decide_is_on_the_map() -> None:
    """What lives where in resolving and coding is told of every folder, and of none that is not there."""
    told = set(re.findall(r"`((?:coding|resolve)/\w+)/`", (ROOT / "docs" / "how-coding-decides.md").read_text("utf-8")))
    rooms = [ROOT / "src" / "dateline" / room for room in ("coding", "resolve")]
    assert told == {f"{room.name}/{p.parent.name}" for room in rooms for p in room.glob("*/__init__.py")}


def test_every_module_that_the_documentation_names_exists() -> None:
    """A path of a module in the pages is that of a file."""
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    named = {
        path for page in pages for path in re.findall(r"`((?:coding|resolve)/[\w/]+\.py)`", page.read_text("utf-8"))
    }
    assert named
    assert {path for path in named if not (ROOT / "src" / "dateline" / path).exists()} == set()
