"""Which sentences are worth a question to the trigger model, by their words alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.models.glance import WORTH, Glance, features, shipped

pytestmark = pytest.mark.model
DEED = "The junta expelled two diplomats and accused their embassy of spying ."
QUIET = "The lake is eighty metres deep and its shores are covered with reeds ."


def test_a_sentence_of_deeds_is_worth_a_question_and_one_of_scenery_is_not() -> None:
    assert shipped().likelihood(DEED.split()) > WORTH > shipped().likelihood(QUIET.split())


@given(st.permutations(DEED.split()), st.lists(st.sampled_from(DEED.split())))
def test_neither_order_nor_repetition_of_words_counts(words: list[str], again: list[str]) -> None:
    assert shipped().likelihood([*words, *again]) == shipped().likelihood(DEED.split())


def test_a_long_word_counts_by_its_beginning_too_and_a_number_not_at_all() -> None:
    assert list(features("Accusers")) == ["accusers", "accuse*"]
    assert list(features("Army")) == ["army"]
    assert list(features("1999")) == []


def test_weights_are_read_from_a_file_of_words(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    path.write_text("# origin: a test\n\t-1.0\nshelled\t3.0\n", "utf-8")
    assert Glance.load(path).likelihood(["Shelled"]) == pytest.approx(0.88)
    assert Glance.load(path).likelihood([]) == pytest.approx(0.27)
