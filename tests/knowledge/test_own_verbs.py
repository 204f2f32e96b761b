"""A user's verb dictionary as frames."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.own_verbs import OWN, read_own_frames
from dateline.knowledge.petrarch import Problem


def _frames(tmp_path: Path, text: str) -> tuple[list[dict[str, Any]], list[Problem]]:
    file = tmp_path / "own.txt"
    file.write_text(text, "utf-8")
    problems: list[Problem] = []
    return read_own_frames(file, problems), problems


def test_a_verb_has_its_blocks_code_and_its_type(tmp_path: Path) -> None:
    frames, _ = _frames(tmp_path, "--- SHELL [190] ---\nSHELL\n")
    assert [(f["verbs"], f["cameo"], f["type"]) for f in frames] == [(["shell"], "190", "ASSAULT")]


def test_verbs_of_a_block_share_its_patterns(tmp_path: Path) -> None:
    frames, _ = _frames(tmp_path, "--- HAND [070] ---\nHAND\nPASS\n- * {RELIEF FUND} (TO +) [073]\n")
    pattern = frames[-1]
    assert pattern["verbs"] == ["hand", "pass"]
    assert pattern["where"] == {"obj": ["relief fund"]}
    assert pattern["recipient"][0] == "to"


def test_a_longer_pattern_stands_above_a_shorter_and_both_above_the_shipped(tmp_path: Path) -> None:
    frames, _ = _frames(tmp_path, "--- HAND [070] ---\nHAND\n- * FUND [073]\n- * {RELIEF FUND} [072]\n")
    order = [f["cameo"] for f in sorted(frames, key=lambda f: -f["priority"])]
    assert order == ["072", "073", "070"]
    assert all(f["priority"] >= OWN for f in frames)


def test_a_pattern_without_a_code_keeps_the_verb_from_being_an_event(tmp_path: Path) -> None:
    frames, _ = _frames(tmp_path, "--- SHELL [190] ---\nSHELL\n- * PEA [---]\n")
    assert [f["unless"] for f in frames] == [{"obj": ["pea"]}]


def test_a_compound_actor_asks_for_a_pair(tmp_path: Path) -> None:
    frames, _ = _frames(tmp_path, "--- MEET [040] ---\nMEET\n- % * [046]\n")
    assert frames[-1]["reciprocal"]
    assert frames[-1]["where"]["subj"] == ["#pair"]


def test_what_no_frame_can_say_is_reported_with_its_line(tmp_path: Path) -> None:
    text = "--- SHELL [190] ---\nSHELL [999]\nGROUND_+SHELL\n- * TOWN [190:190]\n"
    frames, problems = _frames(tmp_path, text)
    assert [p.line for p in problems] == [2, 3, 4]
    assert [f["cameo"] for f in frames] == ["190"]


def test_own_frames_join_the_lexicon(tmp_path: Path) -> None:
    frames, _ = _frames(tmp_path, "--- SHELL [190] ---\nSHELL\n")
    lexicon = FrameLexicon.load().with_own(frames)
    assert lexicon.frame_index["verb", "shell"][0][1].id.startswith("own.own.")
