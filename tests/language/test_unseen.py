"""Unseen characters part no words, and every offset still points into the text as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language import Parser
from dateline.language.unseen import seen
from dateline.readers import story_from_text


@given(st.text("abé \u200b\u202e\ufeff\u00ad", max_size=40))
def test_what_is_seen_stands_where_the_map_says(text: str) -> None:
    found = seen(text)
    if found is None:
        assert not set(text) & set("\u200b\u202e\ufeff\u00ad")
        return
    assert "".join(text[n] for n in found.places) == found.text
    for at in range(len(found.text)):
        assert text[found.start(at) : found.end(at + 1)] == found.text[at]


@pytest.mark.model
def test_hidden_characters_change_no_code_and_no_offset_is_lost(parser: Parser) -> None:
    plain = "Rus\u200bsia and Nor\u00adway \u202eagreed\u202c to meet in Oslo on Mon\ufeffday."
    parsed = parser.parse(story_from_text(plain))
    assert [t.text for t in parsed.tokens][:4] == ["Russia", "and", "Norway", "agreed"]
    for token in parsed.tokens:
        words = parsed.story.text[token.start : token.end]
        assert "".join(c for c in words if c.isprintable() and c != "\u00ad") == token.text
    (sentence,) = parsed.sentences
    assert parsed.story.text[sentence.start : sentence.end].endswith("day.")
