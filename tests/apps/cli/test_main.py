"""The program: what goes to which stream, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.apps.cli import main

PROGRAM = [sys.executable, "-c", "from dateline.apps.cli import main; main()"]
STORY = {
    "id": "a",
    "published": "2019-05-06",
    "title": "Norway signs pact",
    "text": "OSLO, May 6 (NTB) - Norway and Chile signed an agreement on fishing on Monday, the foreign minister said.",
}


@dataclass
class Ended:
    code: int
    out: str
    err: str


class Call:
    """Runs the program in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Ended:
        self._monkeypatch.setattr(sys, "argv", ["dateline", *map(str, arguments)])
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
        captured = self._capsys.readouterr()
        return Ended(code, captured.out, captured.err)


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    return Call(monkeypatch, capsys)


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of two stories and a broken line, coded once."""
    folder = tmp_path_factory.mktemp("cli")
    file = folder / "in.jsonl"
    other = {**STORY, "id": "b", "text": "Peru expelled two Bolivian diplomats on Monday.\u202e"}
    file.write_text(f"{json.dumps(STORY)}\n{{broken\n{json.dumps(other)}\n")
    ended = subprocess.run(
        [*PROGRAM, "code", str(file), "-o", str(folder / "run")], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1, ended.stderr
    assert ended.stdout == ""
    assert "1 inputs were rejected" in ended.stderr
    return folder / "run"


@pytest.mark.model
def test_events_are_json_lines_in_a_pipe_and_a_table_or_csv_when_asked(coded: Path, call: Call) -> None:
    rows = [json.loads(line) for line in call("events", coded).out.splitlines()]
    assert {row["story_id"] for row in rows} == {"a", "b"}
    table = call("events", coded, "--format", "table").out
    assert "SANCTION" in table
    assert "Norway" in table
    found = list(csv.DictReader(io.StringIO(call("events", coded, "--format", "csv").out)))
    assert [row["event_id"] for row in found] == [row["event_id"] for row in rows]


@pytest.mark.model
def test_events_can_be_narrowed_and_other_tables_shown(coded: Path, call: Call) -> None:
    only = [json.loads(line) for line in call("events", coded, "--type", "sanction").out.splitlines()]
    assert {row["type"] for row in only} == {"SANCTION"}
    rejected = call("events", coded, "--table", "rejected", "--format", "table").out
    assert "line 2" in rejected
    for name in ("stories", "event_actors", "evidence", "statements", "ties", "tie_parties"):
        assert call("events", coded, "--table", name, "--format", "table").code == 0


@pytest.mark.model
def test_show_gives_the_text_and_explains_each_code(coded: Path, call: Call) -> None:
    shown = call("show", coded, "--story", "a").out
    for words in ("Norway signs pact", "Norway and Chile signed an agreement", "CAMEO", "why:", "statements"):
        assert words in shown
    assert (
        "<U+202E>" in call("show", coded, "--story", "b").out
        or "notes: 1 direction marks kept" in call("show", coded, "--story", "b").out
    )


@pytest.mark.model
def test_export_writes_plover_to_standard_output_or_a_file(coded: Path, call: Call, tmp_path: Path) -> None:
    records = [json.loads(line) for line in call("export", coded).out.splitlines()]
    assert all({"id", "date", "actor", "event"} <= set(record) for record in records)
    ended = call("export", coded, "--to", "parquet", "-o", tmp_path / "e.parquet")
    assert (ended.code, ended.out) == (0, "")
    assert (tmp_path / "e.parquet").exists()


@pytest.mark.model
def test_doctor_finds_nothing_wrong_with_this_installation_and_checks_a_run(coded: Path, call: Call) -> None:
    ended = call("doctor", coded)
    assert ended.code == 0, ended.out
    assert "BAD" not in ended.out
    assert "2 stories" in ended.out


@pytest.mark.model
def test_a_damaged_run_ends_with_3_and_says_what_to_do(coded: Path, call: Call, tmp_path: Path) -> None:
    import shutil

    broken = tmp_path / "broken"
    shutil.copytree(coded, broken)
    (broken / "events.parquet").write_bytes(b"PAR1 rubbish")
    for arguments in (("events", broken), ("show", broken), ("export", broken), ("doctor", broken)):
        ended = call(*arguments)
        assert ended.code == 3, arguments
        assert "--fresh" in ended.err + ended.out


@pytest.mark.model
def test_a_locked_run_ends_with_3(tmp_path: Path, call: Call) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps(STORY))
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / ".lock").write_text(str(os.getppid()))
    ended = call("code", tmp_path / "in.jsonl", "-o", tmp_path / "run")
    assert ended.code == 3
    assert str(os.getppid()) in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("code",),
        ("code", "x.txt"),
        ("nothing",),
        ("events", "no-such-run"),
        ("show", "no-such-run"),
        ("export", "no-such-run"),
        ("code", "x", "-o", "r", "--workers", "0"),
        ("code", "x", "-o", "r", "--format", "odt"),
        ("evaluate", "nothing", "x"),
    ],
)
def test_misuse_ends_with_2_a_message_and_no_traceback(
    arguments: tuple[str, ...], call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = call(*arguments)
    assert ended.code == 2
    assert ended.err
    assert "Traceback" not in ended.err
    assert ended.out == ""


@pytest.mark.model
def test_a_finished_run_and_other_misuse_of_a_run_end_with_2(coded: Path, call: Call) -> None:
    for arguments in (
        ("code", coded.parent / "in.jsonl", "-o", coded, "--setting", "recall"),
        ("events", coded, "--format", "xlsx"),
        ("events", coded, "--table", "nothing"),
        ("show", coded, "--story", "zzz"),
        ("export", coded, "--to", "parquet"),
    ):
        ended = call(*arguments)
        assert ended.code == 2, arguments
        assert ended.err.startswith("dateline: ")


@pytest.mark.model
def test_what_a_run_holds_is_not_coded_twice_and_events_are_counted_three_ways(coded: Path, call: Call) -> None:
    again = call("code", coded.parent / "in.jsonl", "-o", coded)
    assert (again.code, "2 were coded before" in again.err) == (0, True)
    counts = {
        how: len(call("events", coded, "--count", how).out.splitlines()) for how in ("rows", "daily", "incidents")
    }
    assert counts["rows"] >= counts["daily"] > 0
    assert counts["incidents"] > 0
    assert call("events", coded, "--count", "weekly").code == 2
    assert call("check", coded).code == 0
    assert call("diff", coded, coded).code == 0


@pytest.mark.model
def test_quiet_says_nothing_and_standard_input_is_read(tmp_path: Path) -> None:
    ended = subprocess.run(
        [*PROGRAM, "code", "-", "-o", str(tmp_path / "run"), "--quiet"],
        input=json.dumps(STORY),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


@pytest.mark.model
def test_strict_ends_with_1_at_the_first_rejected_input(tmp_path: Path, call: Call) -> None:
    (tmp_path / "in.jsonl").write_text("{broken\n" + json.dumps(STORY))
    ended = call("code", tmp_path / "in.jsonl", "-o", tmp_path / "run", "--strict")
    assert ended.code == 1
    assert "line 1" in ended.err


def heeding() -> None:
    """Let a process be interrupted, whatever started it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.model
@pytest.mark.parametrize("workers", ["1", "2"])
def test_interrupted_ends_with_130_and_the_run_can_go_on(tmp_path: Path, workers: str) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text(
        "\n".join(json.dumps({**STORY, "id": str(n), "text": f"{STORY['text']} Item {n}."}) for n in range(4_000))
    )
    command = [*PROGRAM, "code", str(file), "-o", str(tmp_path / "run"), "--workers", workers]
    # A shell's background jobs ignore the interrupt, and so would what they start.
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=heeding)
    deadline = time.monotonic() + 60
    while not list((tmp_path / "run").glob("shards/*.gz")) and time.monotonic() < deadline:
        time.sleep(0.1)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130, err
    assert "go on" in err
    assert "Traceback" not in err
    assert not (tmp_path / "run" / ".lock").exists()


def test_a_closed_pipe_ends_quietly(coded: Path) -> None:
    command = f"{sys.executable} -c 'from dateline.apps.cli import main; main()' events {coded} | head -c 1"
    ended = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in ended.stderr


def test_no_color_and_pipes_give_plain_text(coded: Path, call: Call) -> None:
    assert "\x1b" not in call("show", coded, "--story", "a").out
