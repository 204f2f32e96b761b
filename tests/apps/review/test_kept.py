"""A log of reviews as a file: it can be kept without words, and comes back whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.apps.review import Entry, Plan, ReviewLog, machine_values
from dateline.apps.review.kept import LEFT_OUT, bring_in, lines, read
from dateline.model import UsageError
from dateline.store import Run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    from tools.workbench.synthesise import write

    write(tmp_path / "run", 40, seed=2)
    return Run.open(tmp_path / "run")


def _review(run: Run) -> None:
    """Leave an accepted, a corrected, a rejected and taken back, and an added event, and a plan."""
    log, events = ReviewLog(run.folder), run.rows("events")
    log.save_plan(Plan(name="p", coder="ada", kind="random", seed=1, events=tuple(e["event_id"] for e in events[:3])))
    for event, action, human in zip(events, ("accept", "correct", "reject"), ({}, {"actor": ""}, {}), strict=False):
        machine = machine_values(event)
        ids = {"event_id": event["event_id"], "story_id": event["story_id"]}
        log.append(Entry(coder="ada", action=action, machine=machine, human=human, **ids))
    log.undo("ada")
    story = run.rows("stories")[0]
    added: dict[str, Any] = {"type": "AID", "start": 2, "end": 9, "text": story["text"][2:9]}
    log.append(Entry(coder="bo", action="add", event_id="added-1", story_id=story["story_id"], human=added))


def _copy(run: Run, folder: Path) -> Run:
    """Return the same run without its reviews."""
    import shutil

    shutil.copytree(run.folder, folder, ignore=shutil.ignore_patterns("reviews.sqlite*"))
    return Run.open(folder)


@pytest.mark.parametrize("words", [True, False])
def test_a_kept_log_brought_into_the_same_run_is_the_log(run: Run, tmp_path: Path, words: bool) -> None:
    _review(run)
    file = tmp_path / "kept.jsonl"
    file.write_text("\n".join(lines(run, words=words)), "utf-8")
    other = _copy(run, tmp_path / "other")
    assert bring_in(read(file), other).taken == 5
    assert ReviewLog(other.folder).entries() == ReviewLog(run.folder).entries()
    assert ReviewLog(other.folder).plans() == ReviewLog(run.folder).plans()
    again = bring_in(read(file), other)
    assert (again.taken, again.known, again.refused) == (0, 5, ())


def test_without_words_no_name_and_no_clause_of_a_story_is_kept(run: Run) -> None:
    _review(run)
    kept = [json.loads(line) for line in lines(run, words=False)]
    machine = [row["machine"] for row in kept if row.get("action") in {"accept", "correct", "reject"}]
    assert {row["actor"] for row in machine} <= {"", LEFT_OUT}
    assert kept[-1]["human"]["text"] == LEFT_OUT
    assert all(row["type"] for row in machine)
    assert kept[2]["start"] is not None


def test_a_verdict_on_what_is_coded_otherwise_is_refused_with_its_reason(run: Run, tmp_path: Path) -> None:
    _review(run)
    rows = [json.loads(line) for line in lines(run)]
    rows[2]["machine"]["type"] = "AID" if rows[2]["machine"]["type"] != "AID" else "REJECT"
    rows[3]["event_id"] = "elsewhere"
    file = tmp_path / "kept.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found = bring_in(read(file), _copy(run, tmp_path / "other"))
    assert [why for _, why in found.refused] == ["coded otherwise in this run", "not in this run"]
    assert found.taken == 3


def test_a_line_that_is_no_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "kept.jsonl").write_text('{"record": "run", "types": {}}\nnonsense', "utf-8")
    with pytest.raises(UsageError, match="line 2"):
        read(tmp_path / "kept.jsonl")
