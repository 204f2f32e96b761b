"""Flags go before variables, variables before the folder's file, that before the user's; each value says its origin."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dateline.apps.cli import config, main
from dateline.apps.cli.config import default_map
from dateline.model import UsageError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the program runs in; the user's file lies in `user`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(config, "user_config_path", lambda name: tmp_path / "user")
    (tmp_path / "user").mkdir()
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["dateline", *words])
    code = 0
    try:
        main()
    except SystemExit as ended:
        code = int(ended.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_stronger_place_goes_before_a_weaker_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "user" / "dateline.toml").write_text("quiet = true\n[code]\nworkers = 2\nstop-after = 9\n")
    (folder / "dateline.toml").write_text("[code]\nworkers = 3\n")
    assert default_map()["code"] == {"workers": 3, "stop_after": 9, "quiet": True}
    assert default_map()["watch"] == {"quiet": True}
    monkeypatch.setenv("DATELINE_WORKERS", "4")
    assert default_map()["code"]["workers"] == "4"
    monkeypatch.setenv("DATELINE_CODE_WORKERS", "5")
    assert default_map()["code"]["workers"] == "5"


def test_an_option_is_named_as_on_the_command_line(folder: Path) -> None:
    (folder / "dateline.toml").write_text('[code]\nformat = "jsonl"\n')
    assert default_map()["code"] == {"input_format": "jsonl"}


def test_a_value_of_a_file_counts_and_a_flag_overrules_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "in.txt").write_text("Norway and Chile met.")
    (folder / "dateline.toml").write_text('[code]\nengine = "steam"\n')
    code, _, said = run(monkeypatch, capsys, "code", "in.txt", "-o", "run")
    assert (code, "steam" in said) == (2, True)
    code, out, _ = run(monkeypatch, capsys, "code", "in.txt", "-o", "run", "--engine", "processes", "--dry-run")
    assert (code, out.startswith("1 files, 1 stories")) == (0, True)
    assert not (folder / "run").exists()


def test_show_names_value_and_origin(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "dateline.toml").write_text("[code]\nworkers = 3\n")
    monkeypatch.setenv("DATELINE_CODE_STRICT", "1")
    code, out, _ = run(monkeypatch, capsys, "config", "show")
    assert code == 0
    assert out.splitlines() == ["code --workers = 3  (dateline.toml)", "code --strict = '1'  (DATELINE_CODE_STRICT)"]


@pytest.mark.parametrize("text", ["[code\n", "[nothing]\nx = 1\n", "[code]\nworker = 1\n", "worker = 1\n"])
def test_a_file_that_is_wrong_is_refused_by_name(folder: Path, text: str) -> None:
    (folder / "dateline.toml").write_text(text)
    with pytest.raises(UsageError, match=r"dateline\.toml"):
        default_map()
