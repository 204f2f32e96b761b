"""The package is light until it is used."""

from __future__ import annotations

import subprocess
import sys
import time

import dateline

HEAVY = ("spacy", "thinc", "duckdb", "pyarrow", "pandas", "polars", "numpy", "onnxruntime", "typer", "rich")


def test_importing_it_loads_nothing_heavy_and_takes_less_than_three_tenths_of_a_second() -> None:
    script = f"import sys, dateline; print([name for name in {HEAVY!r} if name in sys.modules])"
    times = []
    for _ in range(3):
        started = time.perf_counter()
        found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        times.append(time.perf_counter() - started)
        assert found.stdout.strip() == "[]"
    empty = time.perf_counter()
    subprocess.run([sys.executable, "-c", ""], check=True)
    assert min(times) - (time.perf_counter() - empty) < 0.3


def test_every_public_name_is_there() -> None:
    assert all(hasattr(dateline, name) for name in dateline.__all__)
    assert dateline.__version__.count(".") == 2


def test_reading_alone_loads_no_parser() -> None:
    script = "import sys, dateline; list(dateline.read('/nonexistent')); print('spacy' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
