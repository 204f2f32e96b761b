"""The mentions of a story in text order, numbered."""

from __future__ import annotations

from tests.resolve.conftest import Read


def test_mentions_are_numbered_in_text_order(read: Read) -> None:
    """Numbers count up with the text, and chains with the first mention of each."""
    found = read("Peru praised Chile. Peru and Chile signed a pact.").mentions
    assert [m.i for m in found] == list(range(len(found)))
    assert [m.first for m in found] == sorted(m.first for m in found)
    assert [m.chain for m in found] == [0, 1, 0, 1]
