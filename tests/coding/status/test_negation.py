"""Which word denies what a verb tells."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.coding.status.negation import negation
from dateline.coding.structure.arguments import Graph

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "word"),
    [
        ("Chile did not attack Peru.", "attack", "not"),
        ("Chile no longer bombs Peru.", "bombs", "longer"),
        ("Chile in no way abandoned Peru.", "abandoned", "no"),
        ("No policemen were killed in Peru.", "killed", "No"),
        ("The blast nearly killed the premier of Peru.", "killed", "nearly"),
        ("The blast killed nearly 300 people in Peru.", "killed", None),
        ("Chile attacked Peru.", "attacked", None),
    ],
)
def test_a_verb_is_denied_by_its_own_word_or_by_who_took_no_part(
    code: Code, text: str, verb: str, word: str | None
) -> None:
    """Words that only count deny nothing."""
    resolved = code(text).resolved
    assert resolved is not None
    graph = Graph(resolved.parsed)
    found = negation(next(t for t in graph.tokens if t.text == verb), graph)
    assert (found.text if found else None) == word
