"""The documentation's site: it builds without a warning, asks for nothing from elsewhere, and is up to date."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from lxml import html

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    words = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_builds_without_a_warning(site: Path) -> None:
    pages = {path.relative_to(DOCS).with_suffix("") for path in DOCS.rglob("*.md")}
    for page in pages:
        built = site / "index.html" if page.name == "index" else site / page / "index.html"
        assert built.is_file(), page


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        tree: Any = html.fromstring(path.read_bytes())
        loaded = tree.xpath("//script/@src | //link[not(@rel='canonical')]/@href | //img/@src | //iframe/@src")
        assert not [address for address in loaded if re.match(r"(https?:)?//", str(address))], path


def test_every_picture_of_a_page_has_a_text_in_its_place() -> None:
    for path in DOCS.rglob("*.md"):
        assert not re.findall(r"!\[\s*\]\(", path.read_text("utf-8")), path


def test_the_pages_written_from_the_program_are_up_to_date() -> None:
    from dateline.apps.cli.reference import reference as commands
    from dateline.knowledge.reference import reference as types

    assert (DOCS / "commands.md").read_text("utf-8") == commands(), (
        "python -m dateline.apps.cli.reference docs/commands.md"
    )
    assert (DOCS / "event-types.md").read_text("utf-8") == types(), (
        "python -m dateline.knowledge.reference docs/event-types.md"
    )


def test_the_notebook_is_kept_without_outputs_and_its_page_shows_every_cell() -> None:
    notebook = nbformat.read(DOCS / "notebook.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    page = (DOCS / "notebook.md").read_text("utf-8")
    for cell in notebook.cells:
        assert cell.source in page, "python -m tools.docs.write_notebook"
        assert not cell.get("outputs")


@pytest.mark.model
def test_the_notebook_runs_and_shows_what_it_promises(tmp_path: Path) -> None:
    from tools.docs.write_notebook import execute, page

    done = execute(DOCS / "notebook.ipynb")
    shown = page(done, tmp_path)
    assert "SANCTION ['NOR'] -> ['CHL'] happened 2019-05-06" in shown
    assert "<mark" in shown
    assert sorted(tmp_path.glob("*.svg"))
    assert not [o for cell in done.cells for o in cell.get("outputs", []) if o.output_type == "error"]


def test_commands_and_options_named_in_the_pages_exist() -> None:
    known = (DOCS / "commands.md").read_text("utf-8")
    for path in DOCS.rglob("*.md"):
        for command in re.findall(r"\.venv/bin/dateline ([a-z]+)(?: ([a-z]+))?", path.read_text("utf-8")):
            assert f"## {command[0]}" in known, (path, command)


def test_the_settings_ask_for_no_font_and_no_plugin_from_elsewhere() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))  # type: ignore[no-untyped-call]
    assert settings["theme"]["font"] is False
    assert settings["strict"] is True
    assert settings["plugins"] == ["search"]
