"""Exports carry the run's facts in the other tool's names."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dateline.model import StoreError, UsageError
from dateline.store import Run, export, export_file, write_rows


def _text(run: Run, to: str, **options: str | bool) -> str:
    stream = io.StringIO()
    export(run, to, stream, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def test_plover_records_have_the_manual_s_field_names(run: Run) -> None:
    (record,) = map(json.loads, _text(run, "plover").splitlines())
    assert (record["id"], record["date"], record["event"], record["mode"]) == (
        "e1",
        "2019-05-06",
        ["THREATEN"],
        ["restrict", "expel"],
    )
    assert record["actor"] == [
        {
            "code": "NOR",
            "sector": ["GOV", "MIL"],
            "entity_text": "Norway",
            "identifier_id": "Q-NOR",
            "identifier_text": "Norway",
        }
    ]
    assert record["recipient"][0]["code"] == "CHL"
    assert (record["quad_code"], record["event_scale"]) == (3, -3.0)
    assert record["event_loc"]["geonameid"] == 3161732
    assert record["event_loc"]["resolution"] == 4
    assert record["size"] == {"dead": 3}
    assert record["text"][record["text_info"]["start"] : record["text_info"]["end"]] == record["event_text"][0]
    assert record["cite_info"]["title"] == "Norway warns Chile"
    assert "enddate" not in record


def test_csv_and_jsonl_hold_every_row_and_column_of_a_table(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(_text(run, "csv", table="stories"))))
    lines = [json.loads(line) for line in _text(run, "jsonl", table="stories").splitlines()]
    assert [row["story_id"] for row in rows] == [line["story_id"] for line in lines] == ["a", "b"]
    assert rows[0]["text"] == lines[0]["text"] == run.rows("stories")[0]["text"]
    assert lines[0]["day"] == "2019-05-06"


def test_an_empty_table_still_has_its_header(run: Run) -> None:
    header = _text(run, "csv", table="tie_parties").splitlines()[0]
    assert header.startswith("tie_id,story_id,side")


def test_cells_that_look_like_formulas_are_disarmed_only_when_asked(run: Run) -> None:
    assert "\n" in _text(run, "csv", table="stories")
    plain = list(csv.DictReader(io.StringIO(_text(run, "csv", table="stories"))))[1]["text"]
    safe = list(csv.DictReader(io.StringIO(_text(run, "csv", table="stories", excel_safe=True))))[1]["text"]
    assert (plain, safe) == ("=1+1", "'=1+1")


def test_parquet_is_copied_whole_and_only_to_a_file(run: Run, tmp_path: Path) -> None:
    assert export_file(run, "parquet", tmp_path / "e.parquet") == 1
    assert (tmp_path / "e.parquet").read_bytes() == run.file("events").read_bytes()
    with pytest.raises(UsageError, match="--output"):
        _text(run, "parquet")


def test_a_file_export_is_the_stream_s_and_a_bad_target_an_error(run: Run, tmp_path: Path) -> None:
    assert export_file(run, "plover", tmp_path / "e.jsonl") == 1
    assert (tmp_path / "e.jsonl").read_text("utf-8") == _text(run, "plover")
    with pytest.raises(StoreError, match="cannot be written"):
        export_file(run, "csv", tmp_path / "e.jsonl" / "x.csv")


def test_unknown_formats_and_tables_are_usage_errors(run: Run) -> None:
    with pytest.raises(UsageError, match="xlsx"):
        _text(run, "xlsx")
    with pytest.raises(UsageError, match="nothing"):
        _text(run, "csv", table="nothing")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＠"])
def test_every_sign_that_a_spreadsheet_takes_for_a_formula_is_disarmed(start: str) -> None:
    stream = io.StringIO()
    write_rows(iter([{"a": f"{start}cmd", "b": -1, "c": "plain"}]), ["a", "b", "c"], "csv", stream, excel_safe=True)
    assert stream.getvalue().split("\n", 1)[1].lstrip('"').startswith("'")
    assert ",-1,plain" in stream.getvalue()
