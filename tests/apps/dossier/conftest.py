"""A run over the example stories and the project's own gold reports, coded once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.pipeline.coder import StoryCoder
from dateline.pipeline.run import RunOptions, code_run
from dateline.store import Run

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The examples, the gold reports' texts, and the report from Ottawa once more, from another agency."""
    folder = tmp_path_factory.mktemp("dossier")
    with (folder / "more.jsonl").open("w", encoding="utf-8") as stream:
        for path in sorted((ROOT / "tests" / "gold").glob("*.json")):
            report = json.loads(path.read_text("utf-8"))
            kept = ("id", "published", "agency", "dateline", "headline", "text")
            stream.write(json.dumps({key: report[key] for key in kept if report.get(key)}) + "\n")
        text = (ROOT / "examples" / "sanctions-ottawa.txt").read_text("utf-8")
        text = text.replace("(Reuters)", "(AP)").replace("UPDATE 2-", "")
        stream.write(json.dumps({"id": "ottawa-again", "published": "2020-09-29", "text": text}) + "\n")
    inputs = [str(ROOT / "examples"), str(folder / "more.jsonl")]
    code_run(inputs, folder / "run", options=RunOptions(), coder=StoryCoder.load())
    return Run.open(folder / "run")
