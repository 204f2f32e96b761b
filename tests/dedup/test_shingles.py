"""Shingles and signatures: the same words give the same sets, whatever marks stand between them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.dedup.shingles import BANDS, bands, containment, figures, shingles, words


def test_marks_case_and_spacing_make_no_difference() -> None:
    one, other = words("Envoys met, in RIGA -- again."), words("envoys met in\nRiga again")
    assert one == other
    assert list(shingles(one)) == list(shingles(other))


def test_a_text_has_one_shingle_less_two_than_words_unless_it_repeats_itself() -> None:
    assert len(shingles(["a", "b", "c", "d", "e"])) == 3
    assert len(shingles(["a", "b", "c", "a", "b", "c", "a", "b", "c"])) == 3
    assert len(shingles(["a"])) == 1
    assert len(shingles([])) == 0


def test_a_part_is_wholly_contained_in_the_whole() -> None:
    tokens = [f"w{n}" for n in range(100)]
    assert containment(shingles(tokens), shingles(tokens[:40])) == 1.0
    assert containment(shingles(tokens[:40]), shingles(tokens[60:])) == 0.0
    assert containment(shingles(tokens), shingles([])) == 0.0


def test_equal_sets_share_every_band_and_unlike_ones_none() -> None:
    tokens = [f"w{n}" for n in range(100)]
    other = [f"v{n}" for n in range(100)]
    assert len(bands(shingles(tokens))) == BANDS
    assert bands(shingles(tokens)) == bands(shingles(tokens))
    assert not set(bands(shingles(tokens))) & set(bands(shingles(other)))
    assert bands(shingles([])) == []


@given(st.lists(st.sampled_from("abcdefgh"), max_size=40), st.lists(st.sampled_from("abcdefgh"), max_size=40))
@settings(max_examples=100)
def test_containment_is_symmetric_and_between_0_and_1(one: list[str], other: list[str]) -> None:
    share = containment(shingles(one), shingles(other))
    assert share == containment(shingles(other), shingles(one))
    assert 0.0 <= share <= 1.0


def test_sets_that_share_half_of_their_runs_nearly_always_share_a_band() -> None:
    met = 0
    for n in range(60):
        one, other = [f"w{n}-{m}" for m in range(150)], [f"w{n}-{m}" for m in range(50, 200)]
        met += bool(set(bands(shingles(one))) & set(bands(shingles(other))))
    assert met >= 55


def test_figures_are_read_with_their_points_and_commas() -> None:
    assert figures("3.5 percent of 1,200 on May 6.") == {"3.5", "1,200", "6"}
