"""The sentences marked by reading, from which the trigger model was made."""

from __future__ import annotations

import pytest
from tools.triggers import marks


@pytest.fixture(scope="module")
def rows() -> list[marks.Row]:
    return [*marks.wikinews(), *marks.reports()]


def test_every_marked_word_stands_in_its_sentence_under_a_known_type(rows: list[marks.Row]) -> None:
    assert len(rows) > 11_000
    assert sum(label != marks.NONE for row in rows for _, _, label in row.words) > 8_000


def test_every_type_has_hundreds_of_words(rows: list[marks.Row]) -> None:
    labels = [label for row in rows for _, _, label in row.words]
    assert all(labels.count(label) > 200 for label in marks.LABELS)


def test_words_do_not_overlap_and_are_cut_as_the_sentence_has_them(rows: list[marks.Row]) -> None:
    for row in rows[::50]:
        ends = [0, *(end for _, end, _ in row.words)]
        assert all(start >= end for (start, _, _), end in zip(row.words, ends, strict=False))


def test_some_of_each_kind_are_held_out(rows: list[marks.Row]) -> None:
    for kind in ("wikinews", "reports"):
        held = [row.held for row in rows if row.source.startswith(kind)]
        assert 0.1 < sum(held) / len(held) < 0.25


@pytest.mark.parametrize("deed", [("raided", "ASSAULT"), ("fled#2", "RETREAT"), ("fled", "FLIGHT")])
def test_a_mark_that_does_not_fit_is_refused(deed: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="story:1"):
        marks.row("story:1", "They fled.", [deed], held=False)
