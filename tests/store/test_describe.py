"""The files beside the tables describe every table and column, and the same run gives the same bytes."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from dateline.store import TABLES, Run
from dateline.store.describe import KEYS, LINKS, NAMES, describe


def test_every_table_and_column_is_described_with_its_hash(run: Run, tmp_path: Path) -> None:
    describe(run, tmp_path / "a")
    package = json.loads((tmp_path / "a" / "datapackage.json").read_text())
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        table = run.to_arrow(resource["name"])
        assert [field["name"] for field in resource["schema"]["fields"]] == table.column_names
        assert resource["hash"] == "sha256:" + run.manifest["tables"][resource["name"]]["sha256"]
        assert resource["rows"] == table.num_rows
    croissant = json.loads((tmp_path / "a" / "croissant.json").read_text())
    assert [len(found["field"]) for found in croissant["recordSet"]] == [len(t.columns) for t in TABLES.values()]
    files = {found["@id"] for found in croissant["distribution"]}
    assert all(f["source"]["fileObject"]["@id"] in files for r in croissant["recordSet"] for f in r["field"])


def test_keys_and_links_name_columns_that_exist() -> None:
    columns = {name: {column.name for column in table.columns} for name, table in TABLES.items()}
    assert all(key in columns[table] for table, key in KEYS.items())
    assert all(
        c in columns[table] and c in columns[other] for table, links in LINKS.items() for c, other in links.items()
    )


def test_codebook_and_citation_speak_of_this_run(run: Run, tmp_path: Path) -> None:
    describe(run, tmp_path, title='A "quoted" title')
    codebook = (tmp_path / "codebook.md").read_text()
    assert all(f"`{column.name}`" in codebook for table in TABLES.values() for column in table.columns)
    cited = (tmp_path / "CITATION.cff").read_text()
    assert 'title: "A \\"quoted\\" title"' in cited
    assert "cff-version: 1.2.0" in cited


def test_equal_runs_give_equal_files(run: Run, tmp_path: Path) -> None:
    describe(run, tmp_path / "a")
    describe(Run.open(run.folder), tmp_path / "b")
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in NAMES)


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="no R here")
def test_r_parses_the_snippets(run: Run, tmp_path: Path) -> None:
    describe(run, tmp_path)
    script = str(tmp_path / "tables.R")
    assert subprocess.run(["Rscript", "-e", f"invisible(parse('{script}'))"], check=False).returncode == 0
