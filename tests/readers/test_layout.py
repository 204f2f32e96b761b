"""Lines and paragraphs, however a file breaks them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Span
from dateline.readers import layout
from dateline.readers.layout import blocks, cut_long, is_wrapped, lines, paragraphs
from dateline.readers.limits import PARAGRAPH_CHARS, SENTENCE_CHARS

WRAPPED = """The envoys of both sides met in the old town hall on Monday and spoke
for three hours about the border, the prisoners and the river, officials
said.
A second round is to follow in June, when the water stands lower and the
bridge can be crossed again by lorries."""


def _paragraphs(text: str) -> list[str]:
    return [span.of(text) for block in blocks(text) for span in paragraphs(text, block)]


def test_wrapped_lines_are_joined_and_a_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    found = _paragraphs(WRAPPED)
    assert len(found) == 2
    assert found[0].endswith("officials\nsaid.")
    assert found[1].startswith("A second round")


def test_lines_that_are_sentences_are_paragraphs() -> None:
    text = "The envoys met on Monday in the town hall.\nThey agreed to meet again in June.\nNo date was set."
    assert _paragraphs(text) == text.split("\n")


def test_blank_lines_part_paragraphs_even_when_they_hold_spaces() -> None:
    assert _paragraphs("One met.\n \t\nTwo left.\n\n\n") == ["One met.", "Two left."]


def test_verse_of_short_lines_is_not_taken_for_wrapped_text() -> None:
    text = "Peace,\nbread,\nland"
    assert not is_wrapped(text, lines(text))


def test_a_very_long_paragraph_is_cut_after_a_sentence_and_loses_no_word() -> None:
    text = "The envoys met again. " * 2_000
    pieces = list(cut_long(text, Span(0, len(text.rstrip()))))
    assert all(piece.end - piece.start <= PARAGRAPH_CHARS for piece in pieces)
    assert all(piece.of(text).endswith(".") for piece in pieces)
    assert " ".join(piece.of(text) for piece in pieces) == text.strip()


def test_a_paragraph_without_any_space_is_cut_all_the_same() -> None:
    text = "x" * (3 * PARAGRAPH_CHARS)
    pieces = list(cut_long(text, Span(0, len(text))))
    assert "".join(piece.of(text) for piece in pieces) == text


@given(st.text(alphabet="ab. \n", max_size=300))
@settings(max_examples=150)
def test_paragraphs_stand_in_order_without_overlap_and_hold_every_letter(text: str) -> None:
    spans = [span for block in blocks(text) for span in paragraphs(text, block)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())


@given(st.text("ab.,; \n", max_size=400))
def test_cuts_lose_no_word_and_change_no_order(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "SENTENCE_CHARS", 20)
        patch.setattr(layout, "PARAGRAPH_CHARS", 60)
        pieces = list(cut_long(text, Span(0, len(text))))
    assert "".join("".join(piece.of(text).split()) for piece in pieces) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(pieces))
    for piece in pieces:
        assert piece.end - piece.start <= 60
        assert all(len(part) <= 21 for part in re.split(r"[.](?=\s)|\n", piece.of(text)))


def test_a_sentence_without_end_is_cut_at_a_mark_and_a_short_one_is_not() -> None:
    text = "Norway, Chile and Peru met, " * 400
    pieces = [piece.of(text) for piece in cut_long(text, Span(0, len(text)))]
    assert len(pieces) > 3
    assert all(len(piece) <= SENTENCE_CHARS and piece.endswith(",") for piece in pieces)
    short = "The envoys met. They talked. " * 80
    assert len(list(cut_long(short, Span(0, len(short))))) == 1
