"""`dateline dossier`: what it refuses and how it says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.apps.cli import main


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["RUS", "runs/none", "-o", "x.pdf"], "holds no run"),
        (["RUS", "runs/none", "-o", "x.doc"], "choose one of .html, .pdf, .md"),
        (["runs/none", "-o", "x.pdf"], "one actor or two, then the run folder"),
        (["A", "B", "C", "runs/none", "-o", "x.pdf"], "one actor or two, then the run folder"),
        (["RUS", "runs/none", "-o", "x.pdf", "--link", "javascript:x"], "no address of a workbench"),
    ],
)
def test_a_wrong_call_ends_with_2_and_one_clear_line(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["dateline", "dossier", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
