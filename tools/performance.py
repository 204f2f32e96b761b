"""Measures speed and memory: `python -m tools.performance STORIES [--stories 300] [--growth 1000 5000] [--picture FILE]`.

The bare parser and every room work on the same stories in turn, batch by batch, in one process, so that other work on
the machine weighs on all alike; times are processor time. Runs with one and two processes are timed by the clock.
`--growth` codes the first N stories, for each N, in a process of its own, and says its rate and its largest memory.
Results are printed as JSON; `--picture` draws the rooms' shares as SVG.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.dedup import IncidentLinker, StoryGroups, group_stories, link_rows
from dateline.model import Story
from dateline.pipeline.coder import StoryCoder
from dateline.pipeline.run import RunOptions, code_run
from dateline.readers import read
from dateline.store import TABLES, Rows, rows_of

BATCH = 64
ROOMS = ("read", "language", "resolve", "coding", "dedup", "rows")


def main() -> int:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--stories", type=int, default=300)
    parser.add_argument("--growth", type=int, nargs="*", default=[])
    parser.add_argument("--processes", type=int, nargs="*", default=[])
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(_one(given.file, given.one)))
        return 0
    found: dict[str, Any] = {"rooms": rooms(given.file, given.stories)}
    found["processes"] = {n: processes(given.file, given.stories, n) for n in given.processes}
    found["growth"] = {n: growth(given.file, n) for n in given.growth}
    print(json.dumps(found, indent=1))
    if given.picture:
        given.picture.write_text(picture(found["rooms"]), "utf-8")
    return 0


def rooms(file: Path, count: int) -> dict[str, Any]:
    """Return processor seconds of the bare parser and of every room on the same stories, and the ratio."""
    started = time.perf_counter()
    coder = StoryCoder.load()
    stories = islice((item for item in read(file) if isinstance(item, Story)), count + BATCH)
    first = list(islice(stories, BATCH))
    list(coder.code_many(first[:1]))
    seconds = dict.fromkeys(("bare", *ROOMS), 0.0)
    to_first = time.perf_counter() - started
    list(coder.code_many(first))
    groups, linker = StoryGroups(), IncidentLinker()
    while batch := list(islice(stories, BATCH)):
        _batch(batch, coder, groups, linker, seconds)
    seconds["read"] = _timed(lambda: list(islice(read(file), count)))[0]
    whole = sum(seconds[name] for name in ROOMS)
    return {
        "stories": count,
        "first_event_seconds": round(to_first, 2),
        "processor_seconds": {name: round(value, 2) for name, value in seconds.items()},
        "bare_stories_a_second": round(count / seconds["bare"], 1),
        "stories_a_second": round(count / whole, 1),
        "ratio": round(seconds["bare"] / whole, 3),
    }


def _batch(
    batch: list[Story], coder: StoryCoder, groups: StoryGroups, linker: IncidentLinker, seconds: dict[str, float]
) -> None:
    texts = coder.parser.texts(batch)
    seconds["bare"] += _timed(lambda: coder.parser.bare(texts))[0]
    spent, parsed = _timed(lambda: list(coder.parser.parse_many(batch)))
    seconds["language"] += spent
    spent, resolved = _timed(lambda: [coder.resolver.resolve(one) for one in parsed])
    seconds["resolve"] += spent
    spent, coded = _timed(lambda: [coder.coder.code(one) for one in resolved])
    seconds["coding"] += spent
    spent, rows = _timed(lambda: [rows_of(one) for one in coded])
    seconds["rows"] += spent
    joined: Rows = {name: [row for own in rows for row in own.get(name, [])] for name in TABLES}
    seconds["dedup"] += _timed(lambda: (group_stories(joined["stories"], groups), link_rows(linker, joined)))[0]


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def processes(file: Path, count: int, workers: int) -> float:
    """Return stories a second by the clock, with start and tables, in a number of processes."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        code_run([file], Path(folder) / "run", options=RunOptions(workers=workers, stop_after=count))
        return round(count / (time.perf_counter() - started), 1)


def growth(file: Path, count: int) -> dict[str, float]:
    """Return rate and largest memory of a run over the first `count` stories, in a process of its own."""
    command = [sys.executable, "-m", "tools.performance", str(file), "--one", str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def _one(file: Path, count: int) -> dict[str, float]:
    started = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        code_run([file], Path(folder) / "run", options=RunOptions(stop_after=count))
    spent = time.process_time() - started
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"stories_a_processor_second": round(count / spent, 2), "megabytes": round(largest)}


def picture(found: dict[str, Any]) -> str:
    """Draw the processor time of every room beside the bare parser's, as SVG."""
    import altair as alt
    import vl_convert

    rows = [
        {"what": "bare parser" if name == "bare" else "Dateline", "room": name, "ms": 1000 * value / found["stories"]}
        for name, value in found["processor_seconds"].items()
    ]
    chart = (
        alt.Chart(alt.Data(values=rows), title="Processor time a story")  # type: ignore[no-untyped-call]
        .mark_bar()
        .encode(
            x=alt.X("ms:Q", title="milliseconds", stack="zero"),
            y=alt.Y("what:N", title=None),
            color=alt.Color("room:N", title="room", sort=["bare", *ROOMS]),
        )
        .properties(width=560, height=90)
    )
    drawn: str = vl_convert.vegalite_to_svg(chart.to_json())
    return drawn


if __name__ == "__main__":
    raise SystemExit(main())
