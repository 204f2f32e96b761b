"""What reviews can be made into is read by the rest of Dateline."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.apps.cli.main import app
from dateline.apps.review import Entry, ReviewLog, State, machine_tie, machine_values
from dateline.apps.review.exports import Material, frames_toml, gold_jsonl, knowledge_csv, reviews_csv
from dateline.pipeline.run import code_run
from dateline.store import Run

STORY = {
    "id": "a",
    "published": "2019-05-06",
    "text": "OSLO, May 6 (NTB) - Norway and Chile signed an agreement on fishing on Monday. Peru expelled two Bolivian "
    "diplomats on Monday.",
}


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A coded run of one story."""
    folder = tmp_path_factory.mktemp("exports")
    (folder / "in.jsonl").write_text(json.dumps(STORY))
    code_run([str(folder / "in.jsonl")], folder / "run")
    return folder / "run"


@pytest.fixture
def run(coded: Path, tmp_path: Path) -> Path:
    """A copy of it to review in."""
    shutil.copytree(coded, tmp_path / "run")
    return tmp_path / "run"


def _judge(run: Path, action: str, event: dict[str, object], **human: str) -> None:
    entry = Entry(
        coder="ada",
        action=action,
        event_id=str(event["event_id"]),
        story_id=str(event["story_id"]),
        machine=machine_values(event),
        human=human,
    )
    ReviewLog(run).append(entry)


def _material(run: Path) -> Material:
    return Material.of(Run.open(run), ReviewLog(run))


@pytest.mark.model
def test_accepted_stories_are_gold_rows_on_which_the_same_coding_is_right(run: Path, tmp_path: Path) -> None:
    for event in Run.open(run).rows("events"):
        _judge(run, "accept", event)
    (tmp_path / "gold.jsonl").write_text(gold_jsonl(_material(run)))
    told = CliRunner().invoke(app, ["evaluate", "records", str(tmp_path / "gold.jsonl"), "--json"])
    found = json.loads(told.output)
    assert (found["event_f1"], found["date"], found["status"]) == (1.0, 1.0, 1.0)


@pytest.mark.model
def test_a_story_with_an_event_that_nobody_judged_is_no_gold_row(run: Path) -> None:
    _judge(run, "accept", Run.open(run).rows("events")[0])
    assert gold_jsonl(_material(run)) == ""


def _tie(tie_id: str, countries: str) -> dict[str, object]:
    return {"tie_id": tie_id, "kind": "treaty", "countries": countries, "since": None, "text": "a pact binds both"}


def test_ties_are_in_a_gold_row_once_all_of_the_story_were_judged() -> None:
    story = dict.fromkeys(("published", "agency", "dateline_place", "dateline_date", "headline", "text")) | {
        "story_id": "a"
    }
    ties = [_tie("t1", "CHL;NOR"), _tie("t2", "CHL;PER"), _tie("t3", "PER;BOL")]
    says = [("t1", "accept", {}), ("t2", "reject", {}), ("t3", "correct", {"since": "1999"})]
    event = {"event_id": "e", "story_id": "a", "content_of": None, "text": "words", "start": 0, "end": 5}
    entries = [Entry(seq=1, coder="ada", action="accept", event_id="e", story_id="a", machine={"type": "AID"})]
    for seq, (tie, (tie_id, action, human)) in enumerate(zip(ties, says, strict=True), start=2):
        row = gold_jsonl(Material({"e": event}, {"a": story}, {}, {"a": ties}, State.of(entries)))
        assert "ties" not in json.loads(row)
        said = Entry(seq=seq, coder="ada", action=action, event_id=tie_id, story_id="a", machine=machine_tie(tie))
        entries.append(replace(said, human=human))
    row = json.loads(gold_jsonl(Material({"e": event}, {"a": story}, {}, {"a": ties}, State.of(entries))))
    kept = [(tie["parties"], tie["since"]) for tie in row["ties"]]
    assert kept == [(["CHL", "NOR"], None), (["PER", "BOL"], "1999")]


@pytest.mark.model
def test_frames_get_their_examples_and_near_misses(run: Path) -> None:
    first, second = Run.open(run).rows("events")[:2]
    _judge(run, "accept", first)
    _judge(run, "correct", second, type="COERCE")
    found = tomllib.loads(frames_toml(_material(run)))
    by_id = {frame["id"]: frame for frame in found["frame"]}
    assert by_id[first["decided_by"].removeprefix("frame ")]["examples"] == [{"text": first["text"]}]
    misses = by_id[second["decided_by"].removeprefix("frame ")]["near_misses"]
    assert misses == [{"text": second["text"], "why": "it is COERCE"}]
    assert found["wanted"][0]["type"] == "COERCE"


@pytest.mark.model
def test_corrected_names_become_entries_that_the_base_takes(run: Path, tmp_path: Path) -> None:
    event = next(e for e in Run.open(run).rows("events") if e["type"] == "SANCTION")
    _judge(run, "correct", event, actor="Lima Fishing Guild", actor_country="PER", actor_sector="LAB")
    text = knowledge_csv(_material(run))
    assert next(iter(csv.DictReader(io.StringIO(text))))["name"] == "Lima Fishing Guild"
    (tmp_path / "actors.csv").write_text(text)
    ended = CliRunner().invoke(
        app, ["knowledge", "add", str(tmp_path / "actors.csv"), "-o", str(tmp_path / "base.sqlite")]
    )
    assert ended.exit_code == 0, ended.output
    from dateline.knowledge.base import KnowledgeBase

    (entity, *_) = KnowledgeBase.open(tmp_path / "base.sqlite").lookup("Lima Fishing Guild")
    assert (entity.country, entity.sectors) == ("PER", ("LAB",))


@pytest.mark.model
def test_a_description_is_no_entry(run: Path) -> None:
    event = Run.open(run).rows("events")[0]
    _judge(run, "correct", event, actor="three soldiers", actor_country="PER")
    assert len(knowledge_csv(_material(run)).splitlines()) == 1


@pytest.mark.model
def test_the_table_of_reviews_holds_machine_and_human(run: Path) -> None:
    event = Run.open(run).rows("events")[0]
    _judge(run, "correct", event, date="2018")
    (row,) = csv.DictReader(io.StringIO(reviews_csv(_material(run))))
    assert (row["verdict"], row["machine_date"], row["human_date"]) == ("correct", event["date"], "2018")
    assert row["machine_type"] == row["human_type"] == event["type"]


@pytest.mark.model
def test_the_commands_plan_export_and_evaluate(run: Path, tmp_path: Path) -> None:
    call = CliRunner().invoke
    assert call(app, ["review", "plan", str(run), "--name", "p", "--by", "type", "-n", "1"]).exit_code == 0
    assert call(app, ["evaluate", "reviewed", str(run)]).exception is not None
    for event in Run.open(run).rows("events"):
        _judge(run, "accept", event)
    told = json.loads(call(app, ["evaluate", "reviewed", str(run), "--json", "--plan", "p"]).output)
    assert (told["precision"], told["n"]) == (1.0, 1)
    assert told["intervals"]["precision"][0] < 0.5
    assert "precision" in call(app, ["evaluate", "reviewed", str(run)]).output
    assert call(app, ["review", "export", str(run), "-o", str(tmp_path / "out")]).exit_code == 0
    assert {p.name for p in (tmp_path / "out").iterdir()} == {
        "reviews.csv",
        "knowledge.csv",
        "frames.toml",
        "gold.jsonl",
    }
    assert "p (type, seed 1): ada" in call(app, ["review", "progress", str(run)]).output
    logged = [json.loads(line) for line in call(app, ["review", "log", str(run)]).output.splitlines()]
    assert len([r for r in logged if r.get("record") not in {"run", "plan"}]) == len(Run.open(run).rows("events"))
    assert call(app, ["review", "agreement", str(run)]).exception is not None
