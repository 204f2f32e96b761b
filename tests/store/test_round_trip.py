"""What is written in our own formats is read back without loss, and other formats have their columns in their places."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from dateline.store import TABLES, Run, export, export_file
from dateline.store.tables import arrow_table

# The columns of each format as its own documents list them, written down here apart from the exporter.
ICEWS = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
]
POLECAT = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
]
# Formats without a header: how many columns, and where some stand, from 0.
PLACES = {
    "phoenix": (26, {"event": 0, "day": 1, "source": 5, "target": 9, "code": 13, "root": 14, "quad": 15}),
    "petrarch2": (8, {"day": 0, "source": 1, "target": 2, "code": 3}),
    "gdelt": (61, {"event": 0, "day": 1, "source": 5, "target": 15, "code": 26, "root": 28, "quad": 29, "fips": 53}),
}


def written(run: Run, to: str, **options: Any) -> str:
    stream = io.StringIO()
    export(run, to, stream, **options)
    return stream.getvalue()


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("name", TABLES)
def test_json_lines_give_the_table_back(run: Run, name: str) -> None:
    rows = [json.loads(line) for line in written(run, "jsonl", table=name).splitlines()]
    assert arrow_table(name, rows).equals(run.to_arrow(name))


@pytest.mark.parametrize("name", TABLES)
def test_csv_gives_the_table_back_but_for_empty_words(run: Run, name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(written(run, "csv", table=name))))
    kinds = {column.name: column.type for column in TABLES[name].columns}
    found = arrow_table(name, [{k: _value(v, kinds[k]) for k, v in row.items()} for row in rows])
    for column in found.column_names:
        before = [None if value == "" else value for value in run.to_arrow(name).column(column).to_pylist()]
        assert found.column(column).to_pylist() == before, column


@pytest.mark.parametrize("name", TABLES)
def test_parquet_gives_the_table_back_with_its_descriptions(run: Run, name: str, tmp_path: Path) -> None:
    export_file(run, "parquet", tmp_path / "t.parquet", table=name)
    found = parquet.read_table(tmp_path / "t.parquet")
    assert found.equals(run.to_arrow(name))
    assert found.schema.field(0).metadata[b"description"].decode() == TABLES[name].columns[0].says


@pytest.mark.parametrize(("to", "columns"), [("icews", ICEWS), ("polecat", POLECAT)])
def test_formats_with_a_header_have_their_columns_in_order(told: Run, to: str, columns: list[str]) -> None:
    header, *rows = cells(written(told, to))
    assert header == columns
    assert rows
    assert {len(row) for row in rows} == {len(columns)}


@pytest.mark.parametrize("to", PLACES)
def test_formats_without_a_header_have_what_belongs_there(told: Run, to: str) -> None:
    width, at = PLACES[to]
    (row,) = cells(written(told, to))
    assert len(row) == width
    assert (row[at["day"]], row[at["source"]], row[at["target"]], row[at["code"]]) == ("20190506", "NOR", "CHL", "112")
    if "root" in at:
        assert (row[at["root"]], row[at["quad"]]) == ("11", "3")
    if to == "gdelt":
        assert row[at["fips"]] == "NO"


@pytest.fixture
def told(tmp_path: Path) -> Run:
    """A run of one event that happened, with one country on each side."""
    from dateline.store import commit, write_tables

    event = {
        "event_id": "e1", "story_id": "a", "type": "ACCUSE", "cameo": "112", "status": "happened", "modes": "",
        "quad_class": "verbal conflict", "plover_score": -2.0, "goldstein": -2.0, "date_begin": date(2019, 5, 6),
        "mentions": 1, "start": 0, "end": 5, "text": "words", "place": "Oslo", "place_country": "NOR",
    }  # fmt: skip
    party = {"event_id": "e1", "story_id": "a", "position": 0, "sectors": ""}
    rows = {
        "stories": [{"story_id": "a", "text": "words", "day": date(2019, 5, 6)}],
        "events": [event],
        "event_actors": [
            {**party, "side": side, "country": country, "name": country, "text": country}
            for side, country in (("actor", "NOR"), ("recipient", "CHL"))
        ],
    }
    commit(tmp_path / "told", {"version": "0", "tables": write_tables(tmp_path / "told", iter([rows]))})
    return Run.open(tmp_path / "told")


def _value(text: str, kind: str) -> object:
    if text == "":
        return None
    readers: dict[str, Any] = {"int32": int, "double": float, "bool": lambda t: t == "True", "date": date.fromisoformat}
    return readers.get(kind, str)(text)


def test_the_types_of_the_tables_are_flat() -> None:
    allowed = {pa.string(), pa.int32(), pa.float64(), pa.bool_(), pa.date32()}
    assert {field.type for table in TABLES.values() for field in table.arrow()} <= allowed
