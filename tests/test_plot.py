"""`dateline.plot`: the charts of a run, of coded stories and of rows."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest

import dateline
from dateline import plot
from dateline.model import UsageError


def _event(**changes: Any) -> dict[str, Any]:
    made = {
        "date_begin": date(2020, 5, 4),
        "date_end": date(2020, 5, 4),
        "type": "AID",
        "quad_class": "material cooperation",
        "actor_country": "PER",
        "recipient_country": "CHL",
        "plover_score": 7.0,
        "place": "Lima",
        "place_country": "PER",
        "place_feature": "P.PPLC",
        "latitude": -12.05,
        "longitude": -77.04,
    }
    return {**made, **changes}


ROWS = [_event(), _event(actor_country="CHL", recipient_country="PER"), _event(actor_country="BOL", type="AGREE")]


def test_rows_of_the_events_table_are_drawn() -> None:
    assert [row["n"] for row in plot.types(ROWS).table()] == [2, 1]
    assert plot.timeline(ROWS).table()[0]["material cooperation"] == 3
    assert len(plot.dyads(ROWS).rows) == 3
    assert plot.places(ROWS).table()[0]["n"] == 3


def test_an_actor_and_a_pair_choose_the_events() -> None:
    assert plot.timeline(ROWS, actor="BOL").table()[0]["material cooperation"] == 1
    assert plot.types(ROWS, actor="PER", both="CHL").table()[0]["n"] == 2
    assert [row["direction"] for row in plot.dyad(ROWS, "PER", "CHL").table()] == ["PER → CHL", "CHL → PER"]


def test_what_is_no_source_is_refused() -> None:
    with pytest.raises(UsageError, match="to_dict"):
        plot.types(["AID"])  # type: ignore[arg-type]


def test_it_is_loaded_only_when_it_is_used() -> None:
    script = "import sys, dateline; a = 'dateline.plot' in sys.modules; dateline.plot; print(a, 'dateline.plot' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False True"


def test_a_misspelt_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'plots'"):
        getattr(dateline, "plots")  # noqa: B009


@pytest.mark.model
def test_coded_stories_and_a_run_are_drawn(tmp_path: Any) -> None:
    coder = dateline.load()
    text = "OSLO, May 6 (Reuters) - Norway recalled its ambassador to Chile on Monday."
    coded = coder.code(text, published="2019-05-06")
    assert plot.types(coded).table() == plot.types([coded]).table() != []
    assert plot.ties(coded).table() == []
    from dateline.pipeline.run import code_run

    (tmp_path / "a.txt").write_text(f"6 May 2019 12:00\n\n{text}\n", "utf-8")
    code_run([str(tmp_path / "a.txt")], tmp_path / "run", coder=coder)
    run = dateline.open_run(tmp_path / "run")
    assert plot.types(run).table() == plot.types(coded).table()
    assert plot.commitments(run).table() == []
