"""Two runs over the same stories are compared event by event."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dateline.store import Run, commit, difference, write_tables

Row = dict[str, Any]


def written(folder: Path, *events: Row, stories: tuple[str, ...] = ("a",)) -> Run:
    rows = {
        "stories": [{"story_id": key, "text_sha256": key} for key in stories],
        "events": [{"event_id": f"e{n}", "story_id": "a", "text": "words", **event} for n, event in enumerate(events)],
    }
    commit(folder, {"version": "0", "tables": write_tables(folder, iter([rows]))})
    return Run.open(folder)


def event(kind: str, start: int, end: int, **other: Any) -> Row:
    return {"type": kind, "start": start, "end": end, **other}


def test_events_are_paired_by_type_and_words_and_the_rest_is_named(tmp_path: Path) -> None:
    one = written(
        tmp_path / "a", event("AID", 0, 9), event("AGREE", 10, 30, cameo="057"), event("SANCTION", 40, 60),
        event("PROTEST", 70, 80), stories=("a", "b"),
    )  # fmt: skip
    other = written(
        tmp_path / "b", event("AID", 0, 9), event("AGREE", 12, 30, cameo="05"), event("COERCE", 41, 60),
        event("ASSAULT", 90, 99),
    )  # fmt: skip
    found = difference(one, other)
    assert (found.stories, found.only_a, found.only_b) == (1, 1, 0)
    assert found.counts["AID"]["same"] == 1
    assert dict(found.columns) == {"cameo": 1}
    assert [(change.kind, change.type) for change in found.changes] == [
        ("columns", "AGREE"), ("retyped", "SANCTION"), ("only_a", "PROTEST"), ("only_b", "ASSAULT"),
    ]  # fmt: skip
    (agree,) = [row for row in found.rows() if row["type"] == "AGREE"]
    assert agree["examples"][0]["says"] == "cameo: 057 > 05"


def test_a_run_is_the_same_as_itself(run: Run) -> None:
    found = difference(run, run)
    assert found.changes == []
    assert sum(counts["same"] for counts in found.counts.values()) == run.events().num_rows
