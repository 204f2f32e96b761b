"""The fingerprint changes with anything that can change a run's output."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import ModelFileError
from dateline.pipeline.fingerprint import configuration, input_facts


def test_it_names_code_data_pipeline_and_libraries() -> None:
    found = configuration()
    for name in ("code", "actors", "places", "lexicons", "language_files"):
        assert len(found[name]) == 64
    assert found["spacy"].startswith("3.8")
    assert configuration() == found


def test_another_pipeline_gives_another_fingerprint_and_a_missing_one_an_error(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("x")
    assert configuration(str(tmp_path))["language_files"] != configuration()["language_files"]
    with pytest.raises(ModelFileError):
        configuration("no_such_pipeline")


def test_inputs_are_named_with_size_and_hash_and_missing_ones_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    facts = input_facts([str(tmp_path), "-", str(tmp_path / "none")])
    assert [fact["name"] for fact in facts] == [str(tmp_path / "a.txt"), "-"]
    assert facts[0]["bytes"] == 1
    assert facts[1]["sha256"] is None
