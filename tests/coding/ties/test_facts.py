"""Which clauses tell a relation as a fact."""

from __future__ import annotations

import pytest

from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.facts import Facts
from dateline.language import Parser
from dateline.readers import story_from_text

pytestmark = pytest.mark.model


def _is_told(parser: Parser, text: str, word: str) -> bool:
    parsed = parser.parse(story_from_text(text, id="s"))
    verb = next(t for t in parsed.tokens if t.text == word)
    return Facts(Graph(parsed)).is_told(verb, verb)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad does not recognise Taiwan.", "recognise"),
        ("Chad recognises neither government.", "recognises"),
        ("Chad has no soldiers in Mali.", "has"),
        ("Chad denies having soldiers in Mali.", "having"),
        ("Chad would recognise Taiwan.", "recognise"),
        ("Chad refused to disarm and recognise Taiwan.", "recognise"),
        ("Chad no longer recognises Taiwan.", "recognises"),
        ("Chad will leave once Togo recognises Taiwan.", "recognises"),
        ("Chad will leave if Togo recognises Taiwan.", "recognises"),
    ],
)
def test_what_is_denied_doubted_imagined_over_or_to_come_is_no_fact(parser: Parser, text: str, word: str) -> None:
    assert not _is_told(parser, text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad recognises Taiwan.", "recognises"),
        ("Chad is a member of the union but not of the pact.", "is"),
        ("Palau is one of the last states to recognise Taiwan.", "recognise"),
        ("Chad has recognised Taiwan longer than most.", "recognised"),
    ],
)
def test_what_is_said_plainly_is_a_fact(parser: Parser, text: str, word: str) -> None:
    assert _is_told(parser, text, word)
