"""Kills a worker of a Dask cluster at random moments, again and again, and compares what comes out.

`python -m tools.cluster_rounds STORIES --rounds 10` codes STORIES in this process; then in every round adds a worker to a
cluster of separate processes, codes the same stories there, kills that worker with SIGKILL after a random number of
shards and a random wait, and compares every byte. It prints one line a round, and fails at the first difference.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.pipeline.test_cluster import DaskProcesses, tables  # noqa: E402

from dateline.pipeline import run as run_module  # noqa: E402
from dateline.pipeline.run import Progress, RunOptions, code_run  # noqa: E402


def main() -> int:
    """Run the rounds; 0 when every byte was equal every time."""
    parser = argparse.ArgumentParser()
    parser.add_argument("stories", type=Path)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--shard", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    run_module.SHARD = given.shard
    pick = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        code_run([given.stories], folder / "here")
        expected = tables(folder / "here")
        cluster = DaskProcesses(folder)
        try:
            cluster.add_worker("survivor")
            for number in range(1, given.rounds + 1):
                told = one_round(cluster, given.stories, folder / "there", number, pick)
                same = tables(folder / "there") == expected
                print(f"round {number}: {told}: {'equal' if same else 'DIFFERENT'}", flush=True)
                if not same:
                    return 1
        finally:
            cluster.stop()
    print(f"{given.rounds} rounds, every byte equal")
    return 0


def one_round(cluster: DaskProcesses, stories: Path, run: Path, number: int, pick: random.Random) -> str:
    """Code the stories on the cluster and kill the newest worker on the way; say when."""
    shutil.rmtree(run, ignore_errors=True)
    victim = cluster.add_worker(f"victim{number}")
    after, wait = pick.randint(1, 6), pick.uniform(0, 1.5)
    seen, killed = 0, ""

    def kill(progress: Progress) -> None:
        nonlocal seen, killed
        seen += 1
        if seen >= after and not killed:
            time.sleep(wait)
            victim.send_signal(signal.SIGKILL)
            killed = f"a worker killed after {seen} reports and {wait:.1f} s, at {progress}"

    code_run([stories], run, options=RunOptions(engine="dask", scheduler=cluster.address), on_progress=kill)
    return killed or "nobody was killed: too few shards"


if __name__ == "__main__":
    raise SystemExit(main())
