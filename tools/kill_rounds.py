"""Kills a run with SIGKILL at random moments, again and again, and compares what comes out.

`python -m tools.kill_rounds STORIES --rounds 50 [--workers 2]` codes STORIES once without interruption; then in every round
starts the same run, kills the process group at a random moment (also while tables are put into place), starts it
again, and so on up to three times, lets it end, and compares every byte. It prints one line a round, and fails at the
first difference.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# A few stories a shard, so that a small file has many shards.
CHILD = (
    "import sys\n"
    "from dateline.pipeline import run\n"
    "run.SHARD = int(sys.argv[4])\n"
    "if __name__ == '__main__':\n"
    "    run.code_run([sys.argv[1]], sys.argv[2], options=run.RunOptions(workers=int(sys.argv[3])))\n"
)
SHARD = 4
KILLS = 3


def main() -> int:
    """Run the rounds; 0 when every byte was equal every time."""
    parser = argparse.ArgumentParser()
    parser.add_argument("stories", type=Path)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        script = folder / "child.py"
        script.write_text(CHILD)
        command = [sys.executable, str(script), str(given.stories.resolve())]
        more = [str(given.workers), str(SHARD)]
        started = time.monotonic()
        subprocess.run([*command, str(folder / "whole"), *more], check=True)
        seconds = time.monotonic() - started
        expected = contents(folder / "whole")
        print(f"uninterrupted: {seconds:.1f} s, {sum(map(len, expected.values()))} bytes in {len(expected)} files")
        pick = random.Random(given.seed)
        return rounds(given.rounds, command, more, folder / "run", expected, seconds, pick)


def rounds(
    count: int,
    command: list[str],
    more: list[str],
    run: Path,
    expected: dict[str, bytes],
    seconds: float,
    pick: random.Random,
) -> int:
    """Kill and go on `count` times; return the exit status."""
    for number in range(1, count + 1):
        shutil.rmtree(run, ignore_errors=True)
        told = []
        for _ in range(pick.randint(1, KILLS)):
            told.append(killed([*command, str(run), *more], run, seconds, pick))
        subprocess.run([*command, str(run), *more], check=True)
        same = contents(run) == expected
        print(f"round {number}: {'; '.join(told)}: {'equal' if same else 'DIFFERENT'}", flush=True)
        if not same:
            return 1
    print(f"{count} rounds, every byte equal")
    return 0


def killed(command: list[str], run: Path, seconds: float, pick: random.Random) -> str:
    """Start a run and kill it and its workers; say when."""
    child = subprocess.Popen(command, start_new_session=True)
    ending = pick.random() < 0.3
    limit = time.monotonic() + (3 * seconds if ending else pick.uniform(0.1, 1.1) * seconds)
    while time.monotonic() < limit and child.poll() is None:
        if ending and any(run.glob("*.new*")):
            time.sleep(pick.uniform(0, 0.05))
            break
        time.sleep(0.001 if ending else 0.05)
    over = child.poll() is not None
    if not over:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    state = sorted(path.name for path in run.glob("*.new*")) if run.is_dir() else []
    shards = len(list(run.glob("shards/*.gz"))) if run.is_dir() else 0
    return "had ended" if over else f"killed at {shards} shards{', tables half placed' if state else ''}"


def contents(run: Path) -> dict[str, bytes]:
    """Return the files of a run and their bytes."""
    return {path.name: path.read_bytes() for path in sorted(run.iterdir()) if path.is_file()}


if __name__ == "__main__":
    raise SystemExit(main())
