"""A Dask cluster of separate processes gives the bytes of one process, also when a worker is killed midway."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model import UsageError
from dateline.pipeline import run as run_module
from dateline.pipeline.coder import StoryCoder
from dateline.pipeline.run import Progress, RunOptions, code_run
from dateline.store import TABLES

pytest.importorskip("distributed")
LINKED = Path(__file__).parents[1] / "linked" / "reports.jsonl"


def tables(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.parquet").read_bytes() for name in TABLES}


class DaskProcesses:
    """A scheduler and workers, each a process of its own, as on a real cluster."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self._folder = folder
        self.processes = [
            self._start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
        ]

    def add_worker(self, name: str) -> subprocess.Popen[bytes]:
        local = str(self._folder / name)
        worker = self._start(
            "distributed.cli.dask_worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", name,
            "--local-directory", local,
        )  # fmt: skip
        self.processes.append(worker)
        return worker

    def _start(self, module: str, *words: str) -> subprocess.Popen[bytes]:
        code = f"from {module} import main; main()"
        log = (self._folder / f"{module}.log").open("ab")
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        return subprocess.Popen([sys.executable, "-c", code, *words], stdout=log, stderr=log, env=environment)

    def stop(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[DaskProcesses]:
    found = DaskProcesses(tmp_path)
    try:
        yield found
    finally:
        found.stop()


@pytest.mark.model
def test_a_killed_worker_s_shards_are_coded_by_another_and_every_byte_is_the_same(
    tmp_path: Path, cluster: DaskProcesses, story_coder: StoryCoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "SHARD", 3)
    rows = [json.loads(line) for line in LINKED.read_text("utf-8").splitlines()[:30]]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({k: v for k, v in row.items() if k != "events"}) + "\n" for row in rows))
    code_run([source], tmp_path / "here", coder=story_coder)
    victim = cluster.add_worker("victim")
    cluster.add_worker("survivor")
    killed: list[float] = []

    def kill(progress: Progress) -> None:
        if not killed:
            killed.append(time.monotonic())
            victim.send_signal(signal.SIGKILL)

    options = RunOptions(engine="dask", scheduler=cluster.address)
    done = code_run([source], tmp_path / "there", options=options, on_progress=kill)
    assert killed
    assert (done.stories, done.rejected) == (30, 0)
    assert tables(tmp_path / "there") == tables(tmp_path / "here")


def test_a_scheduler_that_is_missing_or_does_not_answer_is_named(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("Norway and Chile met.")
    for options, words in (
        (RunOptions(engine="dask"), "--scheduler"),
        (RunOptions(engine="dask", scheduler="tcp://127.0.0.1:9"), "no Dask scheduler answers"),
        (RunOptions(scheduler="tcp://127.0.0.1:9"), "--engine dask"),
        (RunOptions(engine="ray"), "processes, dask"),
    ):
        with pytest.raises(UsageError, match=words):
            code_run([tmp_path / "in.txt"], tmp_path / "run", options=options)
