"""Parquet tables."""

from __future__ import annotations

import io
from datetime import date

import pyarrow as pa
from pyarrow import parquet as pq
from tests.readers.samples import LEAD, parquet, reason, stories, story


def table(**columns: list[object]) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream)
    return stream.getvalue()


def test_rows_are_stories() -> None:
    first, second = stories(parquet(), "t.parquet")
    assert (first.id, first.text, str(second.day)) == ("p1", LEAD, "2019-03-06")


def test_dates_may_be_dates_and_columns_may_be_named() -> None:
    data = table(when=[date(2019, 3, 5)], note=["x"], words=["Envoys met."])
    found = story(data, "t.parquet", columns={"text": "words", "published": "when"})
    assert (found.text, str(found.day)) == ("Envoys met.", "2019-03-05")


def test_damage_and_missing_columns_are_rejected() -> None:
    assert "damaged" in reason(parquet()[:-10], "t.parquet")
    assert "no column holds the text" in reason(table(a=["x"]), "t.parquet")
