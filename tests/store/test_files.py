"""A run folder has one writer at a time, and its files are whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.model import StoreError
from dateline.store import Lock, write_whole


def test_a_file_replaces_the_old_one_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "f", b"one")
    write_whole(tmp_path / "f", b"two")
    assert [p.name for p in tmp_path.iterdir()] == ["f"]
    assert (tmp_path / "f").read_bytes() == b"two"


def test_a_lock_held_by_a_living_process_is_refused_by_its_number(tmp_path: Path) -> None:
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        (tmp_path / ".lock").write_text(str(sleeper.pid))
        with pytest.raises(StoreError, match=str(sleeper.pid)), Lock(tmp_path):
            pass
        assert (tmp_path / ".lock").exists()
    finally:
        sleeper.kill()
        sleeper.wait()


def test_the_lock_of_a_dead_process_or_a_damaged_one_is_taken_over(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    for words in (str(dead.pid), "rubbish", ""):
        (tmp_path / ".lock").write_text(words)
        with Lock(tmp_path):
            assert (tmp_path / ".lock").read_text() == str(os.getpid())
        assert not (tmp_path / ".lock").exists()


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be written"), Lock(tmp_path / "file" / "run"):
        pass
