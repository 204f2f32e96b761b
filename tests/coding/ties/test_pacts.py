"""Which pacts are old, and which the report tells to be made now."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.dates import Bounds
from dateline.coding.ties.pacts import Pacts
from dateline.model import Token

pytestmark = pytest.mark.model


def _last_pact(code: Code, text: str) -> tuple[Pacts, Token, Token]:
    """Return the reader of a text's pacts, the last "treaty" of it and the word above that."""
    resolved = code(text, day="2019-10-03").resolved
    assert resolved is not None
    graph = Graph(resolved.parsed)
    pact = [t for t in resolved.parsed.tokens if t.lemma == "treaty"][-1]
    return Pacts(graph, Bounds(resolved, graph, beginnings={"sign"})), pact, resolved.parsed.head(pact)


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("A treaty of 1996 binds Chile and Peru.", True),
        ("A treaty signed on Monday binds Chile and Peru.", False),
        ("A treaty binds Chile and Peru.", False),
    ],
)
def test_a_pact_is_old_by_its_own_year(code: Code, text: str, *, old: bool) -> None:
    pacts, pact, _ = _last_pact(code, text)
    assert pacts.is_old(pact) is old


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Chile and Peru signed a treaty on Monday. The treaty obliges both.", True),
        ("Chile and Peru discussed a treaty on Monday. The treaty obliges both.", False),
        ("Chile and Peru signed a treaty in 1996. The treaty obliges both.", False),
    ],
)
def test_the_pact_is_made_now_if_the_report_has_just_told_it_signed(code: Code, text: str, *, new: bool) -> None:
    pacts, pact, _ = _last_pact(code, text)
    assert pacts.is_made_now(pact) is new


@pytest.mark.parametrize(("made", "news"), [("signed on Monday", True), ("signed in 1996", False), ("of peace", False)])
def test_what_a_pact_of_this_month_binds_is_news(code: Code, made: str, *, news: bool) -> None:
    pacts, _, verb = _last_pact(code, f"A treaty {made} obliges Chile and Peru.")
    assert pacts.binds_anew(verb) is news
