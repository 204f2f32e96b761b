"""What is wrong with a run folder is said, and what can be repaired is repaired without loss."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.model import StoreError, UsageError
from dateline.pipeline import run as run_module
from dateline.pipeline.checking import check_run, repair_run
from dateline.pipeline.coder import StoryCoder
from dateline.pipeline.run import Progress, code_run
from dateline.store import TABLES, Run

pytestmark = pytest.mark.model


def tables(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.parquet").read_bytes() for name in TABLES}


@pytest.fixture
def coded(stories: Path, tmp_path: Path, story_coder: StoryCoder) -> Path:
    code_run([stories], tmp_path / "run", coder=story_coder)
    return tmp_path / "run"


def test_a_sound_run_has_no_problem_and_another_folder_is_refused(coded: Path, tmp_path: Path) -> None:
    assert check_run(coded) == []
    with pytest.raises(UsageError, match="holds no run"):
        check_run(tmp_path / "none")


def test_joined_tables_are_made_anew_from_the_others(coded: Path) -> None:
    before = tables(coded)
    (coded / "incidents.parquet").write_bytes(b"rubbish")
    (coded / "incident_events.parquet").unlink()
    problems = check_run(coded)
    assert [problem.repair for problem in problems] == ["join", "join"]
    assert repair_run(coded, problems) == []
    assert tables(coded) == before


def test_another_damaged_table_is_coded_anew_while_the_inputs_are_the_same(coded: Path) -> None:
    before = tables(coded)
    (coded / "events.parquet").write_bytes(before["events"][:-7])
    assert repair_run(coded, check_run(coded)) == []
    assert tables(coded) == before


def test_a_damaged_table_whose_inputs_have_changed_is_said_to_be_lost(coded: Path, stories: Path) -> None:
    (coded / "events.parquet").write_bytes(b"")
    stories.write_text("")
    with pytest.raises(StoreError, match="no longer the files"):
        repair_run(coded, check_run(coded))


def test_waste_and_a_dead_lock_are_cleared(coded: Path) -> None:
    (coded / "events.parquet.new").write_bytes(b"half")
    (coded / "stories.parquet.new.tmp").write_bytes(b"less")
    (coded / ".lock").write_text("999999999")
    assert {problem.repair for problem in check_run(coded)} == {"clear"}
    assert repair_run(coded, check_run(coded)) == []
    assert not list(coded.glob("*.new*"))


def test_a_live_lock_is_left_alone(coded: Path) -> None:
    (coded / ".lock").write_text(str(os.getppid()))
    assert [problem.repair for problem in check_run(coded)] == [""]
    with pytest.raises(StoreError, match="being written"):
        repair_run(coded, check_run(coded))


def test_a_damaged_shard_is_reported_dropped_and_coded_again(
    stories: Path, tmp_path: Path, story_coder: StoryCoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "SHARD", 2)
    code_run([stories], tmp_path / "whole", coder=story_coder)

    def stop(progress: Progress) -> None:
        if progress.stories > 2:
            raise KeyboardInterrupt

    run = tmp_path / "run"
    with pytest.raises(KeyboardInterrupt):
        code_run([stories], run, on_progress=stop, coder=story_coder)
    shard = run / "shards" / "000000.json.gz"
    shard.write_bytes(shard.read_bytes()[:-20])
    problems = check_run(run)
    assert [problem.repair for problem in problems] == ["shard", ""]
    left = repair_run(run, problems)
    assert [problem.repair for problem in left] == [""]
    assert code_run([stories], run, coder=story_coder).resumed == 1
    assert tables(run) == tables(tmp_path / "whole")
    assert Run.open(run).problems() == []
