"""The one command reads every format, and a kill withdraws what it names without taking anything out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.readers import samples

from dateline.store import Run, export

PROGRAM = [sys.executable, "-c", "from dateline.apps.cli import main; main()"]


def code(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, "code", *map(str, arguments)], capture_output=True, text=True, check=False)


@pytest.mark.model
def test_a_folder_of_every_format_is_coded_by_one_command_and_comes_out_the_same_again(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in samples.every_format().items():
        (folder / name).write_bytes(data)
    (folder / "broken.zip").write_bytes(b"PK\x03\x04rubbish")
    runs = [tmp_path / "first", tmp_path / "second"]
    ended = [code(folder, "-o", run, "-q") for run in runs]
    assert [e.returncode for e in ended] == [1, 1], ended[0].stderr
    opened = Run.open(runs[0])
    origins = " ".join(row["origin"] for row in opened.rows("stories"))
    repeated = " ".join(row["origin"] for row in opened.rows("rejected"))
    for name in samples.every_format():
        assert name in origins + repeated, name
    assert any("broken.zip" in row["origin"] and "damaged" in row["reason"] for row in opened.rows("rejected"))
    for path in sorted(runs[0].glob("*.parquet")):
        assert path.read_bytes() == (runs[1] / path.name).read_bytes()


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run in which one item is withdrawn by the third."""
    folder = tmp_path_factory.mktemp("kill")
    text = "<inlineData contenttype='text/plain'>Peru expelled two Bolivian diplomats on Monday, the ministry said.</inlineData>"
    other = (
        "<inlineData contenttype='text/plain'>Norway and Chile signed an agreement on fishing on Monday.</inlineData>"
    )
    message = samples.newsml(
        samples.news_item(guid="urn:a", content=text),
        samples.news_item(guid="urn:b", content=other),
        samples.news_item(guid="urn:a", version=2, status="canceled", note="Wrong country", content=text),
    )
    (folder / "message.xml").write_bytes(message)
    ended = code(folder / "message.xml", "-o", folder / "run", "-q")
    assert ended.returncode == 0, ended.stderr
    return Run.open(folder / "run")


@pytest.mark.model
def test_a_kill_leaves_the_events_in_place_with_its_reason(killed: Run) -> None:
    stories = {row["story_id"]: row for row in killed.rows("stories")}
    assert stories["urn:a"]["withdrawn"] == "withdrawn by urn:a~2: Wrong country"
    assert stories["urn:a~2"]["status"] == "withdrawn"
    assert stories["urn:b"]["withdrawn"] is None
    reasons: dict[str, set[Any]] = {}
    for row in killed.rows("events"):
        reasons.setdefault(row["story_id"], set()).add(row["withdrawn"])
    assert reasons == {"urn:a": {"withdrawn by urn:a~2: Wrong country"}, "urn:b": {None}}


@pytest.mark.model
def test_withdrawn_events_are_left_out_of_formats_that_cannot_say_so(killed: Run, tmp_path: Path) -> None:
    for to in ("plover", "polecat", "icews"):
        with (tmp_path / to).open("w") as stream:
            export(killed, to, stream)
        words = (tmp_path / to).read_text()
        assert "Norway" in words, to
        assert "expelled" not in words, to
        assert "Bolivia" not in words, to


@pytest.mark.model
def test_columns_of_a_table_are_named_on_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("nr,when,words\n1,2019-05-06,Peru expelled two Bolivian diplomats on Monday.\n")
    ended = code(file, "-o", tmp_path / "run", "--columns", "id=nr,published=when,text=words", "-q")
    assert ended.returncode == 0, ended.stderr
    (story,) = Run.open(tmp_path / "run").rows("stories")
    assert (story["story_id"], str(story["day"])) == ("1", "2019-05-06")
    manifest = json.loads((tmp_path / "run" / "manifest.json").read_text())
    assert manifest["options"]["columns"]["text"] == "words"


def test_misuse_of_the_options_ends_with_2(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("text\nx\n")
    assert code(file, "-o", tmp_path / "r", "--columns", "nonsense").returncode == 2
    assert code(file, "-o", tmp_path / "r", "--columns", "colour=text").returncode == 2
    wrong = code(file, "-o", tmp_path / "r", "--format", "odt")
    assert wrong.returncode == 2
    assert "nitf" in wrong.stderr


def test_an_address_is_not_asked_without_network(tmp_path: Path) -> None:
    ended = code("https://example.org/feed", "-o", tmp_path / "run")
    assert ended.returncode == 1
    (row,) = Run.open(tmp_path / "run").rows("rejected")
    assert "--network" in row["reason"]
