"""The schema says everything about the tables, and the documentation is written from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.store import TABLES, Rows, reference
from dateline.store.reference import main

ROOT = Path(__file__).parents[2]


def test_every_column_is_described_and_named_once() -> None:
    for table in TABLES.values():
        assert len({column.name for column in table.columns}) == len(table.columns)
        assert all(column.says.endswith((".", "...")) for column in table.columns), table.name


def test_descriptions_travel_in_the_files_metadata() -> None:
    field = TABLES["events"].arrow().field("date_reason")
    assert field.metadata[b"description"] == b"How the date was found."


def test_rows_hold_the_columns_of_their_table_and_no_others(rows: Rows) -> None:
    filled_later = {"dup_group", "dup_kind", "version_no", "is_canonical", "withdrawn"}
    for name, table in TABLES.items():
        columns = {column.name for column in table.columns}
        for row in rows[name]:
            assert set(row) <= columns, name
            # Speech belongs to speakers only; groups are known when the whole run is.
            assert columns - set(row) <= filled_later | {"speech_act", "statement_id"}, name


def test_the_record_reference_in_the_documentation_is_the_schema_s(tmp_path: Path) -> None:
    main([str(tmp_path / "reference.md")])
    written = (tmp_path / "reference.md").read_text("utf-8")
    assert written == reference()
    assert (ROOT / "docs" / "record-reference.md").read_text("utf-8") == written, (
        "run: python -m dateline.store.reference docs/record-reference.md"
    )


@pytest.mark.parametrize("name", list(TABLES))
def test_every_table_stands_in_the_reference(name: str) -> None:
    assert f"## {name}\n" in reference()
