"""A run's bytes depend on its inputs and the installation, on nothing else; and a stopped run goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.model import ReadError, StoreError, UsageError
from dateline.pipeline import run as run_module
from dateline.pipeline.coder import StoryCoder
from dateline.pipeline.run import Progress, RunOptions, code_run, count_stories
from dateline.store import MANIFEST, Run

pytestmark = pytest.mark.model


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several shards from few stories."""
    monkeypatch.setattr(run_module, "SHARD", 2)


@pytest.mark.usefixtures("small_shards")
def test_a_run_holds_every_story_and_every_rejected_input(
    stories: Path, tmp_path: Path, story_coder: StoryCoder
) -> None:
    seen: list[Progress] = []
    done = code_run([stories], tmp_path / "run", on_progress=seen.append, coder=story_coder)
    run = Run.open(tmp_path / "run")
    assert (done.stories, done.rejected) == (5, 1)
    assert run.stories().column("story_id").to_pylist() == ["a", "b", "c", "d", "e"]
    assert run.rows("rejected")[0]["position"] == "line 3"
    assert done.events == run.events().num_rows > 0
    assert [progress.stories for progress in seen] == [2, 3, 5]
    assert run.problems() == []


@pytest.mark.usefixtures("small_shards")
def test_the_same_input_gives_the_same_bytes_again_and_in_several_processes(
    stories: Path, tmp_path: Path, story_coder: StoryCoder
) -> None:
    code_run([stories], tmp_path / "one", coder=story_coder)
    code_run([stories], tmp_path / "two", options=RunOptions(workers=2), coder=story_coder)
    first = contents(tmp_path / "one")
    assert contents(tmp_path / "two") == first
    code_run([stories], tmp_path / "one", options=RunOptions(fresh=True), coder=story_coder)
    assert contents(tmp_path / "one") == first


@pytest.mark.usefixtures("small_shards")
def test_an_interrupted_run_goes_on_and_ends_with_the_same_bytes(
    stories: Path, tmp_path: Path, story_coder: StoryCoder
) -> None:
    code_run([stories], tmp_path / "whole", coder=story_coder)

    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        code_run([stories], tmp_path / "run", on_progress=stop, coder=story_coder)
    assert not (tmp_path / "run" / MANIFEST).exists()
    with pytest.raises(StoreError, match="not finished"):
        Run.open(tmp_path / "run")
    done = code_run([stories], tmp_path / "run", coder=story_coder)
    assert done.resumed == 2
    assert contents(tmp_path / "run") == contents(tmp_path / "whole")


@pytest.mark.usefixtures("small_shards")
def test_a_killed_run_goes_on_and_ends_with_the_same_bytes(
    stories: Path, tmp_path: Path, story_coder: StoryCoder
) -> None:
    code_run([stories], tmp_path / "whole", coder=story_coder)
    script = (
        "import os, signal, sys\n"
        "from dateline.pipeline import run\n"
        "run.SHARD = 2\n"
        "run.code_run([sys.argv[1]], sys.argv[2], on_progress=lambda p: os.kill(os.getpid(), signal.SIGKILL))\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(stories), str(tmp_path / "run")], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "run" / ".lock").exists()
    assert code_run([stories], tmp_path / "run", coder=story_coder).resumed == 2
    assert contents(tmp_path / "run") == contents(tmp_path / "whole")


@pytest.mark.usefixtures("small_shards")
def test_shards_of_other_inputs_are_not_taken_over(stories: Path, tmp_path: Path, story_coder: StoryCoder) -> None:
    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        code_run([stories], tmp_path / "run", on_progress=stop, coder=story_coder)
    lines = stories.read_text().splitlines()
    stories.write_text("\n".join([lines[0].replace("Norway", "Sweden"), *lines[1:]]))
    assert code_run([stories], tmp_path / "run", coder=story_coder).resumed == 0


def test_a_run_of_another_setting_is_not_added_to_nor_overwritten_unless_asked(
    stories: Path, tmp_path: Path, story_coder: StoryCoder
) -> None:
    options = RunOptions(stop_after=1)
    assert code_run([stories], tmp_path / "run", options=options, coder=story_coder).stories == 1
    with pytest.raises(UsageError, match="--fresh"):
        code_run([stories], tmp_path / "run", options=RunOptions(setting="recall"), coder=story_coder)
    assert (
        code_run([stories], tmp_path / "run", options=RunOptions(stop_after=2, fresh=True), coder=story_coder).stories
        == 2
    )


def test_a_folder_with_other_files_or_a_file_is_refused_and_left_alone(
    stories: Path, tmp_path: Path, story_coder: StoryCoder
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "thesis.docx").write_text("x")
    for options in (RunOptions(), RunOptions(fresh=True)):
        with pytest.raises(UsageError, match=r"thesis\.docx"):
            code_run([stories], folder, options=options, coder=story_coder)
    with pytest.raises(UsageError, match="is a file"):
        code_run([stories], stories, coder=story_coder)
    assert [path.name for path in folder.iterdir()] == ["thesis.docx"]


def test_a_run_in_use_is_refused(stories: Path, tmp_path: Path, story_coder: StoryCoder) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / ".lock").write_text(str(os.getppid()))
    with pytest.raises(StoreError, match="being written"):
        code_run([stories], tmp_path / "run", coder=story_coder)


def test_strict_stops_at_the_first_rejected_input(stories: Path, tmp_path: Path, story_coder: StoryCoder) -> None:
    with pytest.raises(ReadError, match="line 3"):
        code_run([stories], tmp_path / "run", options=RunOptions(strict=True), coder=story_coder)


def test_nothing_to_code_is_an_empty_run(tmp_path: Path) -> None:
    done = code_run([tmp_path / "none"], tmp_path / "run")
    assert (done.stories, done.rejected) == (0, 1)
    assert Run.open(tmp_path / "run").events().num_rows == 0


def test_the_manifest_names_versions_inputs_and_tables_and_no_time(
    stories: Path, tmp_path: Path, story_coder: StoryCoder
) -> None:
    code_run([stories], tmp_path / "run", options=RunOptions(stop_after=1), coder=story_coder)
    manifest = json.loads((tmp_path / "run" / MANIFEST).read_text())
    assert {"dateline", "code", "actors", "places", "lexicons", "language_files", "spacy"} <= set(
        manifest["configuration"]
    )
    (given,) = manifest["inputs"]
    assert given["bytes"] == stories.stat().st_size
    assert len(given["sha256"]) == 64
    assert manifest["tables"]["stories"]["rows"] == 1
    assert not any("time" in key or "created" in key for key in manifest)


def test_stories_are_counted_without_coding_them(stories: Path) -> None:
    assert count_stories([stories], RunOptions()) == 5
    assert count_stories([stories], RunOptions(stop_after=2)) == 2
