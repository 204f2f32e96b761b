"""One event told by several reports is one line with several references, and listed with what they differ on."""

from __future__ import annotations

import json

import duckdb
import pytest

from dateline.apps.dossier import Dossier, gather
from dateline.apps.dossier.pages import html, markdown
from dateline.apps.dossier.reading import _incidents
from dateline.pipeline.run import code_run
from dateline.store import Run

STORIES = {
    "r1": "OSLO, May 6 (Reuters) - Norway expelled two Chilean diplomats on Monday, the Norwegian foreign ministry said.",
    "a1": "SANTIAGO, May 6 (AFP) - Chile on Monday condemned Norway after Oslo expelled two Chilean diplomats.",
    "p1": "OSLO (AP) - Norway has expelled two diplomats from Chile, its foreign minister said Monday. Police in Bergen "
    "arrested a man on Sunday.",
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder = tmp_path_factory.mktemp("told")
    lines = [json.dumps({"id": key, "published": "2019-05-06", "text": text}) for key, text in STORIES.items()]
    (folder / "stories.jsonl").write_text("\n".join(lines), "utf-8")
    code_run([str(folder / "stories.jsonl")], folder / "run")
    return gather(Run.open(folder / "run"), ["Norway", "Chile"])


@pytest.mark.model
def test_three_reports_of_one_expulsion_are_one_line(dossier: Dossier) -> None:
    expelled = [line for line in dossier.lines if line.type.startswith("SANCTION")]
    assert len(expelled) == 1
    assert {ref.story_id for ref in expelled[0].refs} == set(STORIES)
    assert "told by 3 reports" in expelled[0].details


@pytest.mark.model
def test_it_is_listed_with_its_agencies(dossier: Dossier) -> None:
    assert dossier.incidents
    first = dossier.incidents[0]
    assert first.reports == 3
    assert first.agencies == "AFP, AP, Reuters"
    assert first.what.startswith("SANCTION: Norway")
    for made in (html(dossier), markdown(dossier, {name.name: "x.svg" for name in dossier.charts})):
        assert "3 independent reports (AFP, AP, Reuters)" in made


@pytest.mark.model
def test_the_method_note_does_not_say_that_the_table_is_missing(dossier: Dossier) -> None:
    assert not any("no table of incidents" in note for note in dossier.notes)


def test_a_run_without_the_tables_has_no_incidents() -> None:
    assert _incidents(duckdb.connect(":memory:")) == (None, {})
