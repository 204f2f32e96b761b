"""A full disk is reported, nothing half written counts, and the same command goes on once there is room."""

from __future__ import annotations

import json
import os
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model import StoreError
from dateline.pipeline import run as run_module
from dateline.pipeline.checking import check_run
from dateline.pipeline.coder import StoryCoder
from dateline.pipeline.run import code_run
from dateline.store import TABLES, Run

pytestmark = pytest.mark.model


def _mount(folder: Path, *words: str) -> bool:
    command = ["mount", "-t", "tmpfs", *words, "none", str(folder)]
    return os.geteuid() == 0 and subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KB."""
    folder = tmp_path / "small"
    folder.mkdir()
    if not _mount(folder, "-o", "size=64k"):
        pytest.skip("mounting a small file system needs root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)


def test_a_full_disk_is_named_and_the_run_goes_on_when_there_is_room(
    tmp_path: Path, small: Path, story_coder: StoryCoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "SHARD", 2)
    pick = random.Random(5)
    noise = " ".join(f"{pick.getrandbits(60):x}" for _ in range(900))
    texts = [
        f"OSLO, May 6 (NTB) - Norway and Chile signed pact {n} on Monday.\n\n{n} {noise[n * 400 :]}" for n in range(8)
    ]
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join(json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)))
    code_run([source], tmp_path / "whole", coder=story_coder)
    with pytest.raises(StoreError, match=r"cannot be written: .*No space left.*free space"):
        code_run([source], small / "run", coder=story_coder)
    assert not list((small / "run").glob("*.parquet"))
    assert all(problem.repair != "shard" for problem in check_run(small / "run"))
    subprocess.run(["mount", "-o", "remount,size=8m", str(small)], check=True)
    done = code_run([source], small / "run", coder=story_coder)
    assert done.resumed > 0
    assert Run.open(small / "run").problems() == []
    for name in TABLES:
        file = f"{name}.parquet"
        assert (small / "run" / file).read_bytes() == (tmp_path / "whole" / file).read_bytes()
