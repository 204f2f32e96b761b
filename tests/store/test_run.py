"""A run opens as tables in every form, and only when its files are what its manifest says."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from dateline.model import StoreError, UsageError
from dateline.store import MANIFEST, TABLES, Run


def test_the_tables_open_as_arrow_pandas_polars_and_rows(run: Run) -> None:
    assert run.events().num_rows == len(run.to_pandas("events")) == run.to_polars("events").height == 1
    assert run.stories().num_rows == 2
    assert run.rows("rejected")[0]["reason"] == "not valid JSON"
    assert run.statements().column("speaker").to_pylist() == ["Kari Li"]
    assert run.ties().column("kind").to_pylist() == ["treaty"]


def test_duckdb_sees_every_table_joins_them_and_reaches_nothing_else(run: Run) -> None:
    base = run.duckdb()
    sql = "SELECT s.agency, a.country FROM events JOIN stories s USING (story_id) JOIN event_actors a USING (event_id)"
    assert len(base.sql(sql).fetchall()) == 3
    for name in TABLES:
        assert base.sql(f"SELECT count(*) FROM {name}").fetchall() == [(run.to_arrow(name).num_rows,)]
    for forbidden in (
        "SELECT * FROM read_csv('/etc/passwd')",
        f"COPY events TO '{run.folder}/x.csv'",
        "SET enable_external_access = true",
    ):
        with pytest.raises(duckdb.Error):
            base.execute(forbidden)


def test_a_table_with_one_other_byte_is_refused(run: Run) -> None:
    file = run.file("events")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    again = Run.open(run.folder)
    with pytest.raises(StoreError, match="not the file that the manifest describes"):
        again.events()
    with pytest.raises(StoreError):
        again.duckdb()
    assert len(again.problems()) == 1
    assert again.stories().num_rows == 2


def test_a_missing_table_is_named(run: Run) -> None:
    run.file("ties").unlink()
    with pytest.raises(StoreError, match="lacks the tables ties"):
        Run.open(run.folder)


@pytest.mark.parametrize("body", ["", "{", "[]", "{}", json.dumps({"tables": []}), "null"])
def test_a_damaged_manifest_is_an_error(run: Run, body: str) -> None:
    (run.folder / MANIFEST).write_text(body)
    with pytest.raises(StoreError, match="manifest"):
        Run.open(run.folder)


def test_a_folder_without_a_run_and_a_run_not_finished_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no run"):
        Run.open(tmp_path)
    (tmp_path / "shards").mkdir()
    with pytest.raises(StoreError, match="not finished"):
        Run.open(tmp_path)


def test_an_unknown_table_is_a_usage_error(run: Run) -> None:
    with pytest.raises(UsageError, match="choose one of"):
        run.to_arrow("../../etc/passwd")
