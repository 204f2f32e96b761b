"""`dateline codebook new` and `dateline code --codebook`."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from dateline.apps.cli.main import app

DEFINITION = """
plover = "COERCE"
definition = "Somebody is put out of a home."
examples = [
  "[Police] evicted {forty families} from a building in the old town.",
  "{Tenants} were evicted by [the housing company].",
  "[Bailiffs] evicted {squatters} from the mill.",
  "[Soldiers] drove {herders} off their ranch.",
  "[The mayor] threw {a Roma clan} out of their homes.",
  "The eviction of {the monks} by [the state] drew a protest.",
]
"""


def test_a_type_is_learned_from_a_file_and_its_events_carry_its_name(tmp_path: Path) -> None:
    (tmp_path / "eviction.toml").write_text(DEFINITION, "utf-8")
    story = "ACCRA, May 4 (Reuters) - Ghana's police evicted Togolese families from a building on Monday."
    (tmp_path / "story.txt").write_text(story, "utf-8")
    book, run = str(tmp_path / "book"), str(tmp_path / "run")
    made = CliRunner().invoke(app, ["codebook", "new", "eviction", str(tmp_path / "eviction.toml"), "-o", book])
    assert made.exit_code == 0, made.output
    coded = CliRunner().invoke(app, ["code", str(tmp_path / "story.txt"), "-o", run, "--codebook", book, "-q"])
    assert coded.exit_code == 0, coded.output
    shown = CliRunner().invoke(app, ["events", run, "--format", "csv"])
    assert "eviction" in shown.output
