"""PETRARCH verb dictionaries as they are read."""

from __future__ import annotations

from pathlib import Path

from dateline.knowledge.petrarch import Problem
from dateline.knowledge.petrarch_verbs import VerbEntry, read_verbs


def _read(tmp_path: Path, text: str) -> tuple[tuple[VerbEntry, ...], list[Problem]]:
    file = tmp_path / "own.verbs.txt"
    file.write_text(text, "utf-8")
    problems: list[Problem] = []
    return read_verbs(file, problems), problems


def test_a_verb_keeps_its_dictionary_form_beside_the_irregular_ones(tmp_path: Path) -> None:
    verbs, _ = _read(tmp_path, "--- STEAL [171] ---\nSTEAL {STOLE STOLEN}\n")
    assert verbs[0].lemma == "steal"
    assert {"stole", "stolen", "stealing"} <= verbs[0].forms


def test_words_in_brackets_know_their_preposition(tmp_path: Path) -> None:
    verbs, _ = _read(tmp_path, "--- HAND [070] ---\nHAND\n- * {OLD SHIP} (TO NAVY) [072]\n")
    marked = [(item.phrases[0][0], item.preposition, item.opens) for item in verbs[0].patterns[0].after]
    assert marked == [("old", "", False), ("ship", "", False), ("to", "to", True), ("navy", "to", False)]


def test_a_set_may_be_joined_to_a_word(tmp_path: Path) -> None:
    verbs, problems = _read(tmp_path, "&TIES\n+LINKS\n+BONDS\n--- CUT [160] ---\nCUT\n- * OLD_&TIES [161]\n")
    assert verbs[0].patterns[0].after[0].phrases == (("old", "links"), ("old", "bonds"))
    assert not problems


def test_a_set_that_is_not_defined_is_a_bad_line(tmp_path: Path) -> None:
    verbs, problems = _read(tmp_path, "--- CUT [160] ---\nCUT\n- * &TIES [161]\n- * WIRES [162]\n")
    assert [p.line for p in problems] == [3]
    assert [p.code for p in verbs[0].patterns] == ["162"]


def test_an_entry_before_the_first_block_is_a_bad_line(tmp_path: Path) -> None:
    verbs, problems = _read(tmp_path, "CUT [160]\n--- CUT [160] ---\nCUT\n")
    assert [p.line for p in problems] == [1]
    assert len(verbs) == 1
