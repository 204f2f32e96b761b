"""The sentences marked by reading, from which the trigger model was made."""

from __future__ import annotations

import pytest
from tools.triggers import marks


@pytest.fixture(scope="module")
def rows() -> list[marks.Row]:
    return [*marks.wikinews(), *marks.reports()]


def test_every_marked_word_stands_in_its_sentence_under_a_known_type(rows: list[marks.Row]) -> None:
    assert len(rows) > 20_000
    assert sum(label != marks.NONE for row in rows for _, _, label in row.words) > 20_000


def test_every_type_has_hundreds_of_words(rows: list[marks.Row]) -> None:
    labels = [label for row in rows for _, _, label in row.words]
    assert all(labels.count(label) > 200 for label in marks.LABELS)


def test_words_do_not_overlap_and_are_cut_as_the_sentence_has_them(rows: list[marks.Row]) -> None:
    for row in rows[::50]:
        ends = [0, *(end for _, end, _ in row.words)]
        assert all(start >= end for (start, _, _), end in zip(row.words, ends, strict=False))


def test_parties_are_words_of_their_sentence(rows: list[marks.Row]) -> None:
    parties = [(row, place) for row in rows for deed in row.deeds for place in deed.actors or ()]
    assert len(parties) > 15_000
    assert all(row.text[start:end].strip() == row.text[start:end] != "" for row, (start, end) in parties)


def test_relations_are_marked_in_some_reports_and_unknown_in_others(rows: list[marks.Row]) -> None:
    ties = [tie for row in rows for tie in row.ties or ()]
    assert len(ties) > 1_000
    assert {tie.label for tie in ties} == set(marks.KINDS) - {marks.NONE}
    assert any(row.ties is None for row in rows)


@pytest.mark.parametrize(
    ("kind", "least", "most"), [("wikinews", 0.1, 0.4), ("reports", 0.1, 0.25), ("dense", 0.1, 0.25)]
)
def test_some_of_each_kind_are_held_out(rows: list[marks.Row], kind: str, least: float, most: float) -> None:
    held = [row.held for row in rows if row.source.startswith(kind)]
    assert least < sum(held) / len(held) < most


def test_no_story_whose_events_are_measured_is_learned_from(rows: list[marks.Row]) -> None:
    measured = {n for path in marks.TESTS.glob("*.jsonl") for n in marks.STORY.findall(path.read_text("utf-8"))}
    assert measured
    assert not [row.source for row in rows if not row.held and row.source.partition(":")[0] in measured]


@pytest.mark.parametrize(
    "deed", [("raided", "ASSAULT"), ("fled#2", "RETREAT"), ("fled", "FLIGHT"), ("fled", "TIE:feud")]
)
def test_a_mark_that_does_not_fit_is_refused(deed: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="story:1"):
        marks.row("story:1", "They fled.", [(*deed, ("They",), ())], held=False, tied=True)


def test_a_party_whose_words_do_not_stand_there_is_unknown() -> None:
    row = marks.row("story:1", "They fled.", [("fled", "RETREAT", ("rebels",), ())], held=False)
    assert (row.deeds[0].actors, row.deeds[0].recipients) == (None, ())
