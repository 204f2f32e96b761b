"""Measures the workbench: time of each page over many different addresses, and the memory of the server.

    python -m tools.workbench.measure build/synthetic --rounds 12

Starts `dateline serve` as its users do and asks it over HTTP, one request after the other. Every address is asked once,
so that nothing is answered from what an earlier request left in memory; the pages' own pictures are part of the time.
Processor time is given beside the clock's: on a machine that is busy with other work only that tells pages apart.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

from dateline.apps.workbench.index import index_file, open_index
from dateline.model import EventType
from dateline.store import Run

PORT = 8799
# The server draws the pictures of the first page while nobody asks yet.
WARMING = 8


def addresses(folder: Path, rounds: int, *, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Yield a name and an address for every page and round, each address once."""
    chooser = random.Random(seed)
    base = open_index(index_file(Run.open(folder)))

    def some(sql: str) -> list[str]:
        found = [row[0] for row in base.execute(sql).fetchall()]
        return chooser.sample(found, min(rounds, len(found)))

    codes = some("SELECT code FROM codes GROUP BY code ORDER BY count(*) DESC LIMIT 60")
    stories = some("SELECT story_id FROM stories ORDER BY s")
    events = some("SELECT event_id FROM events ORDER BY n")
    actors = some("SELECT actor FROM cast_of ORDER BY events DESC LIMIT 3000")
    places = some("SELECT place_id FROM places ORDER BY events DESC LIMIT 3000")
    pairs = [tuple(chooser.sample(codes, 2)) for _ in range(rounds)]
    words = [f"{name.split()[0].lower()}" for name in some("SELECT name FROM cast_of ORDER BY events DESC LIMIT 500")]
    base.close()
    types = list(EventType)
    yield "overview", "/"
    yield "events", "/events"
    yield "stories", "/stories"
    yield "places", "/places"
    for i in range(rounds):
        kind, code, (a, b) = types[i % 16], codes[i], pairs[i]
        since = f"{2004 + i % 15}-{1 + i % 12:02d}"
        yield "events by type", f"/events?type={kind}&sort=confidence"
        yield "events by actor and time", "/events?" + urlencode({"actor": code, "since": since})
        yield (
            "events of many filters",
            "/events?"
            + urlencode({"type": kind, "status": "happened", "country": code, "min": "0.6", "sort": "-score"}),
        )
        yield "events by words", "/events?" + urlencode({"q": words[i]})
        yield "events, a later page", f"/events?page={50 + 97 * i}"
        yield "story", "/story?" + urlencode({"id": stories[i]})
        yield "event", f"/event/{quote(events[i])}"
        yield "stories by words", f"/stories?q=number+{1000 + i}"
        yield "dyad", "/dyad?" + urlencode({"a": a, "b": b})
        yield "dyads", f"/dyads?code={code}"
        yield "actor", "/actor?" + urlencode({"id": actors[i]})
        yield "country", f"/actor?code={code}"
        yield "actors", "/actors?" + urlencode({"q": words[i]})
        yield "place", "/place?" + urlencode({"id": places[i]})
        yield "places of a country", f"/places?country={code}"
        yield "incidents", f"/incidents?country={code}&type={kind}"
        yield "ties", f"/ties?country={code}"
        yield "commitments", f"/commitments?country={code}"
        yield "review", f"/review?page={i + 1}"


def ask(connection: http.client.HTTPConnection, address: str) -> tuple[float, int]:
    """Ask for an address, following one redirection, and return seconds and status."""
    started = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    if answer.status == 303:
        connection.request("GET", str(answer.headers["Location"]).split("#")[0])
        answer = connection.getresponse()
        answer.read()
    return time.perf_counter() - started, answer.status


def cpu_ms(pid: int) -> float:
    """Return the processor time that a process's threads have used, in milliseconds."""
    files = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(file.read_text().split()[0]) for file in files) / 1e6


def memory_mb(pid: int) -> float:
    """Return the largest resident size that a process has had, in megabytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def measure(folder: Path, rounds: int) -> dict[str, object]:
    """Serve a run, ask for every address and return the figures."""
    started = time.perf_counter()
    index_file(Run.open(folder))
    built = time.perf_counter() - started
    asked = list(addresses(folder, rounds))
    program = "from dateline.apps.cli import main; main()"
    command = [sys.executable, "-c", program, "serve", str(folder), "--port", str(PORT)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    times: dict[str, list[float]] = defaultdict(list)
    worked: dict[str, list[float]] = defaultdict(list)
    try:
        connection = _connected()
        time.sleep(WARMING)
        for name, address in asked:
            before = cpu_ms(server.pid)
            seconds, status = ask(connection, address)
            if status != 200:
                raise SystemExit(f"{address} answered {status}")
            times[name].append(seconds * 1000)
            worked[name].append(cpu_ms(server.pid) - before)
        peak = memory_mb(server.pid)
    finally:
        server.terminate()
        server.wait()
    every = [ms for found in times.values() for ms in found]
    work = [ms for found in worked.values() for ms in found]
    return {
        "pages": len(every),
        "median_ms": round(statistics.median(every), 1),
        "p90_ms": round(statistics.quantiles(every, n=10)[-1], 1),
        "slowest_ms": round(max(every), 1),
        "median_cpu_ms": round(statistics.median(work), 1),
        "mean_cpu_ms": round(statistics.mean(work), 1),
        "peak_memory_mb": round(peak, 1),
        "index_seconds": round(built, 1),
        "median_ms_by_page": {name: round(statistics.median(found), 1) for name, found in times.items()},
        "median_cpu_ms_by_page": {name: round(statistics.median(found), 1) for name, found in worked.items()},
    }


def _connected() -> http.client.HTTPConnection:
    for _ in range(600):
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        try:
            connection.connect()
        except ConnectionRefusedError:
            time.sleep(0.2)
            continue
        return connection
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=12)
    given = parser.parse_args()
    print(json.dumps(measure(given.folder, given.rounds), indent=1))
