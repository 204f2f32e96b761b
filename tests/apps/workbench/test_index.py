"""The index is made once for a run's content and agrees with the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.apps.workbench.index import content_key, index_file, known_index, open_index
from dateline.model import StoreError
from dateline.store import Run
from dateline.store.commitments import commitments


def test_it_is_made_once_and_found_again(own_run: Path) -> None:
    run = Run.open(own_run)
    assert known_index(run) is None
    made = index_file(run)
    assert made == own_run / ".workbench" / f"{content_key(run)}.duckdb"
    before = made.stat().st_mtime_ns
    assert index_file(Run.open(own_run)) == made == known_index(run)
    assert made.stat().st_mtime_ns == before


def test_an_index_of_earlier_content_is_removed(own_run: Path) -> None:
    (own_run / ".workbench").mkdir()
    (own_run / ".workbench" / "0123456789abcdef.duckdb").write_bytes(b"old")
    index_file(Run.open(own_run))
    assert [f.name for f in (own_run / ".workbench").glob("*.duckdb")] == [f"{content_key(Run.open(own_run))}.duckdb"]


def test_a_damaged_table_is_refused(own_run: Path) -> None:
    (own_run / "events.parquet").write_bytes(b"PAR1 rubbish")
    with pytest.raises(StoreError, match="events"):
        index_file(Run.open(own_run))


def test_it_holds_every_row_of_the_run(own_run: Path) -> None:
    run = Run.open(own_run)
    base = open_index(index_file(run))
    for table, mine in (("stories", "stories"), ("events", "events"), ("event_actors", "parties"), ("ties", "ties")):
        assert base.execute(f"SELECT count(*) FROM {mine}").fetchall() == [(run.to_arrow(table).num_rows,)]


def test_its_commitments_are_those_of_the_library(tmp_path: Path) -> None:
    from tools.workbench.synthesise import write

    write(tmp_path / "run", 3_000, seed=1)
    run = Run.open(tmp_path / "run")
    found = [
        (c.event_id, c.act_id, c.kind, c.act, c.by, c.to, c.made_by, c.made_on, c.state, c.settled_by, c.settled_on)
        for c in commitments(run)
    ]
    columns = 'event_id, act_id, kind, act, "by", "to", made_by, made_on, state, settled_by, settled_on'
    base = open_index(index_file(run))
    assert base.execute(f"SELECT {columns} FROM commitments").fetchall() == found
    assert {row[8] for row in found} == {"done", "broken", "overdue"}


def test_pairs_are_the_countries_that_share_an_event(own_run: Path) -> None:
    base = open_index(index_file(Run.open(own_run)))
    pairs = base.execute(
        "SELECT first, second, events, cooperation, conflict FROM dyads ORDER BY first, second"
    ).fetchall()
    assert pairs == [("BOL", "PER", 1, 0, 1), ("CHL", "NOR", 1, 1, 0), ("CHL", "PER", 1, 0, 1)]
