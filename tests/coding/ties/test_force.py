"""What is in force, and what is not yet or no more."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.dates import Bounds
from dateline.coding.ties.force import Force
from dateline.coding.ties.lasting import Lasting
from dateline.model import Token

pytestmark = pytest.mark.model


def _force(code: Code, text: str, word: str) -> tuple[Force, Token, Token]:
    resolved = code(text, day="2019-10-03").resolved
    assert resolved is not None
    graph = Graph(resolved.parsed)
    noun = next(t for t in resolved.parsed.tokens if t.text == word)
    return Lasting(graph, Bounds(resolved, graph, beginnings=())).force, noun, resolved.parsed.head(noun)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The treaty remains in force.", True),
        ("The treaty still holds.", True),
        ("The treaty runs until 2030.", True),
        ("The treaty entered into force in 2009.", True),
        ("The treaty entered into force on Monday.", False),
        ("The treaty enters into force on Friday.", False),
        ("The treaty had entered into force in 2009.", False),
        ("The treaty remains in a drawer.", False),
    ],
)
def test_a_pact_holds_once_it_has_begun_and_if_that_is_no_news(code: Code, text: str, *, holds: bool) -> None:
    force, noun, verb = _force(code, text, "treaty")
    assert force.is_told(noun, verb) is holds


def test_what_never_ended_holds(code: Code) -> None:
    force, noun, verb = _force(code, "The treaty was never revoked.", "treaty")
    assert force.is_unended(noun, verb)
    force, noun, verb = _force(code, "The treaty was revoked.", "treaty")
    assert not force.is_unended(noun, verb)


def test_a_noun_s_own_clause_tells_that_it_holds(code: Code) -> None:
    text = "Chad renewed the embargo that has been in force since 1992."
    force, noun, _ = _force(code, text, "embargo")
    assert force.is_told_of(noun)
