"""Exports in other coders' columns, read back as their users read them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dateline.pipeline.run import code_run
from dateline.store import Run, export
from dateline.store.exports import COLUMNS, HEADERS, OTHERS

WIDTHS = {"polecat": 40, "icews": 20, "phoenix": 26, "petrarch2": 8, "gdelt": 61}
STORIES = [
    ("a", "2020-03-02", "LIMA, March 2 (Reuters) - Peru accused Chile of spying on Monday."),
    ("b", "2020-03-03", "OSLO, March 3 (Reuters) - The foreign ministers of Norway and Finland met in Oslo."),
    ("c", "2020-03-04", "ACCRA, March 4 (Reuters) - Ghana will send food to Togo in May."),
    ("d", "2020-03-05", "TUNIS, March 5 (Reuters) - Thousands of Tunisians protested against the president."),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("exports")
    lines = [json.dumps({"id": id_, "published": day, "text": text}) for id_, day, text in STORIES]
    (folder / "stories.jsonl").write_text("\n".join(lines), "utf-8")
    code_run([folder / "stories.jsonl"], folder / "run")
    return Run.open(folder / "run")


def _rows(run: Run, to: str) -> list[dict[str, str]]:
    stream = io.StringIO()
    export(run, to, stream)
    lines = list(csv.reader(io.StringIO(stream.getvalue()), delimiter="\t", quoting=csv.QUOTE_NONE))
    body = lines[1:] if to in HEADERS else lines
    return [dict(zip(COLUMNS[to], line, strict=True)) for line in body]


@pytest.mark.parametrize("to", OTHERS)
def test_every_row_has_exactly_the_formats_columns(run: Run, to: str) -> None:
    assert len(COLUMNS[to]) == WIDTHS[to]
    assert _rows(run, to)


@pytest.mark.parametrize("to", OTHERS)
def test_what_is_only_planned_is_no_row_of_its_own(run: Run, to: str) -> None:
    key = {"polecat": "Event Type", "gdelt": "EventCode", "phoenix": "EventCode", "petrarch2": "EventCode"}.get(to)
    found = [row[key or "CAMEO Code"] for row in _rows(run, to)]
    assert not [code for code in found if code in {"AID", "070", "073"}]


def test_two_who_meet_are_each_once_the_source_in_cameo_formats(run: Run) -> None:
    met = [(r["Source"][:3], r["Target"][:3]) for r in _rows(run, "petrarch2") if r["EventCode"].startswith("04")]
    assert sorted(met) == [("FIN", "NOR"), ("NOR", "FIN")]


def test_polecat_names_countries_by_code_and_cow_number(run: Run) -> None:
    row = next(r for r in _rows(run, "polecat") if r["Event Type"] == "ACCUSE")
    assert (row["Actor Country"], row["Actor COW"], row["Recipient Country"], row["Recipient COW"]) == (
        "PER", "135", "CHL", "155")  # fmt: skip


def test_icews_names_countries_in_words(run: Run) -> None:
    row = next(r for r in _rows(run, "icews") if r["CAMEO Code"].startswith("11"))
    assert (row["Source Country"], row["Target Country"]) == ("Peru", "Chile")


def test_quad_classes_follow_each_formats_own_table(run: Run) -> None:
    quads = {
        to: next(r["QuadClass"] for r in _rows(run, to) if r["EventRootCode"] == "11") for to in ("phoenix", "gdelt")
    }
    assert quads == {"phoenix": "3", "gdelt": "3"}


def test_gdelt_counts_months_of_thirty_days_and_gives_the_time_in_fourteen_figures(run: Run) -> None:
    row = next(r for r in _rows(run, "gdelt") if r["EventRootCode"] == "11")
    assert (row["Day"], row["FractionDate"], row["DATEADDED"]) == ("20200302", "2020.1699", "20200302000000")


def test_gdelt_and_icews_files_have_the_columns_that_their_users_name(run: Run) -> None:
    gdelt, icews = _rows(run, "gdelt"), _rows(run, "icews")
    assert all(row["QuadClass"] in {"1", "2", "3", "4"} and len(row["EventCode"]) >= 3 for row in gdelt)
    assert all(row["EventCode"].startswith(row["EventBaseCode"]) and len(row["EventBaseCode"]) == 3 for row in gdelt)
    assert all(-10 <= float(row["Intensity"]) <= 10 for row in icews)


def test_a_protest_is_material_conflict_in_phoenix_and_gdelt(run: Run) -> None:
    for to in ("phoenix", "gdelt"):
        assert next(r["QuadClass"] for r in _rows(run, to) if r["EventRootCode"] == "14") == "4"


def test_missing_values_are_dashes_where_the_format_wants_them(run: Run) -> None:
    assert "---" in {value for row in _rows(run, "phoenix") for value in row.values()}
    assert "---" not in {value for row in _rows(run, "icews") for value in row.values()}


def test_tabs_and_line_ends_in_words_never_break_a_row(tmp_path: Path) -> None:
    text = "LIMA, March 2 (Reuters) - Peru accused\tChile of\nspying on Monday."
    (tmp_path / "s.jsonl").write_text(json.dumps({"id": "t", "published": "2020-03-02", "text": text}), "utf-8")
    code_run([tmp_path / "s.jsonl"], tmp_path / "run")
    assert len(_rows(Run.open(tmp_path / "run"), "icews")) >= 1
