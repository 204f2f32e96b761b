"""In which tense a clause tells a relation."""

from __future__ import annotations

import pytest

from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.tenses import Tenses
from dateline.language import Parser
from dateline.readers import story_from_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "perfect", "goes_on", "simple"),
    [
        ("Norway trains soldiers in Mali.", "trains", False, True, True),
        ("Mali is armed by Chad.", "armed", False, True, True),
        ("Norway has trained soldiers in Mali.", "trained", True, True, False),
        ("Norway has built tugs and given Mali boats.", "given", True, True, False),
        ("Norway had trained soldiers in Mali.", "trained", False, False, False),
        ("Norway trained soldiers in Mali.", "trained", False, False, False),
        ("Togo watched an enclave run by Chad since 1999.", "run", True, True, False),
    ],
)
def test_a_relation_goes_on_in_the_present_and_in_the_perfect(
    parser: Parser, text: str, word: str, *, perfect: bool, goes_on: bool, simple: bool
) -> None:
    parsed = parser.parse(story_from_text(text, id="s"))
    verb = next(t for t in parsed.tokens if t.text == word)
    tenses = Tenses(Graph(parsed))
    assert (tenses.perfect(verb), tenses.goes_on(verb), tenses.is_simple(verb)) == (perfect, goes_on, simple)
