"""Shards and tables are whole or absent, and equal rows give equal bytes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pyarrow import parquet

from dateline.model import StoreError
from dateline.store import TABLES, Rows, ShardStore, write_tables
from dateline.store.tables import arrow_table


def test_equal_rows_give_equal_bytes_however_they_are_cut_into_shards(tmp_path: Path, rows: Rows) -> None:
    many = {name: found * 30 for name, found in rows.items()}
    whole = write_tables(tmp_path / "a", iter([many]))
    parts = write_tables(tmp_path / "b", iter([rows] * 30))
    assert {n: f["sha256"] for n, f in whole.items() if n == "rejected"} == {
        n: f["sha256"] for n, f in parts.items() if n == "rejected"
    }
    again = write_tables(tmp_path / "c", iter([many]))
    assert again == whole
    for name in TABLES:
        assert (tmp_path / "a" / f"{name}.parquet.new").read_bytes() == (
            tmp_path / "c" / f"{name}.parquet.new"
        ).read_bytes()


def test_an_empty_run_has_every_table_with_its_columns(tmp_path: Path) -> None:
    facts = write_tables(tmp_path, iter([]))
    for name, table in TABLES.items():
        found = parquet.read_table(tmp_path / f"{name}.parquet.new")
        assert found.num_rows == 0 == facts[name]["rows"]
        assert found.column_names == [column.name for column in table.columns]


def test_dates_are_dates_in_the_file(rows: Rows) -> None:
    assert arrow_table("events", rows["events"]).column("date_begin").to_pylist() == [date(2019, 5, 6)]
    assert arrow_table("stories", [{"day": None}, {"day": date(2019, 1, 1)}]).column("day").to_pylist()[0] is None


def test_a_shard_comes_back_only_under_its_key(tmp_path: Path, rows: Rows) -> None:
    store = ShardStore(tmp_path)
    store.save(3, "k", rows)
    assert store.load(3, "k") == rows
    assert store.load(3, "other") is None
    assert store.load(4, "k") is None


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"\x1f\x8b\x08\x00cut"])
def test_a_damaged_shard_counts_as_absent(tmp_path: Path, rows: Rows, damage: bytes) -> None:
    store = ShardStore(tmp_path)
    store.save(0, "k", rows)
    store.path(0).write_bytes(damage)
    assert store.load(0, "k") is None


def test_shards_leave_nothing_behind(tmp_path: Path, rows: Rows) -> None:
    store = ShardStore(tmp_path)
    store.save(0, "k", rows)
    store.drop()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_an_error_with_advice(tmp_path: Path, rows: Rows) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="free space or choose another folder"):
        write_tables(tmp_path / "file", iter([rows]))
    with pytest.raises(StoreError, match="choose another folder"):
        ShardStore(tmp_path / "file").save(0, "k", rows)


def test_a_full_disk_is_an_error_and_leaves_no_half_file(rows: Rows) -> None:
    """/dev/full takes the first bytes of a file and then has no space."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    from dateline.store import fill_whole

    with pytest.raises(StoreError, match="No space left"):
        fill_whole(Path("/dev/shm/dateline-full-test"), lambda _: _fill(full))
    assert not Path("/dev/shm/dateline-full-test").exists()


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as stream:
        stream.write(b"x" * 4096)
