"""Markup to paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import ReadError
from dateline.readers.markup import html_paragraphs


def test_blocks_part_paragraphs_and_inline_elements_do_not() -> None:
    assert html_paragraphs(
        "<div><p>Envoys <b>met</b> in <a href='x'>Riga</a>.</p><ul><li>One.</li><li>Two.</li></ul></div>"
    ) == [
        "Envoys met in Riga.",
        "One.",
        "Two.",
    ]


def test_scripts_styles_captions_and_tables_are_left_out() -> None:
    fragment = "<p>Text.</p><script>x</script><style>y</style><figure><figcaption>c</figcaption></figure><table><tr><td>1</td></tr></table><p>More.</p>"
    assert html_paragraphs(fragment) == ["Text.", "More."]


def test_what_follows_a_hidden_element_is_kept() -> None:
    assert html_paragraphs("<p>One <script>x</script>two <b>three</b>.</p>") == ["One two three."]


def test_a_line_break_stays_a_line_and_two_part_paragraphs() -> None:
    assert html_paragraphs("<p>One<br>two<br/><br/>three</p>") == ["One\ntwo", "three"]


def test_entities_become_characters_and_text_without_markup_stays() -> None:
    assert html_paragraphs("A &amp; B &mdash; C") == ["A & B — C"]
    assert html_paragraphs("One.\n\nTwo.") == ["One.", "Two."]


def test_endless_nesting_is_an_error() -> None:
    with pytest.raises(ReadError):
        html_paragraphs("<div>" * 100_000 + "x")


@given(st.text(max_size=200))
def test_any_text_gives_paragraphs_or_a_read_error(text: str) -> None:
    try:
        assert all(p.strip() for p in html_paragraphs(text))
    except ReadError:
        return
