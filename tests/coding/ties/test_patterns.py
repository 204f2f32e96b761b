"""Which patterns of relations a word may follow."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.coding.frames.matching import Matcher
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.dates import Bounds
from dateline.coding.ties.lasting import Lasting
from dateline.coding.ties.parties import TieParties
from dateline.coding.ties.patterns import TiePatterns
from dateline.coding.ties.words import lexicon
from dateline.knowledge.frames import FrameLexicon

pytestmark = pytest.mark.model


def _kinds(code: Code, text: str, word: str, *, fitting: bool = False) -> set[str]:
    """Return the kinds of the patterns that a word may follow, or of those whose slots hold what they ask for."""
    resolved = code(text).resolved
    assert resolved is not None
    graph = Graph(resolved.parsed)
    cast = Cast(resolved, graph)
    matcher = Matcher(FrameLexicon((), (), lexicon().sets, ""), graph, cast)
    lasting = Lasting(graph, Bounds(resolved, graph, beginnings=()))
    patterns = TiePatterns(graph, matcher, lasting, TieParties(resolved, graph, cast, matcher, lasting))
    token = next(t for t in resolved.parsed.tokens if t.text == word)
    return {p.kind for p in patterns.of(token) if not fitting or patterns.fits(p, token)}


def test_a_word_follows_its_own_patterns(code: Code) -> None:
    assert _kinds(code, "Peru recognises Taiwan.", "recognises") == {"recognition"}
    assert _kinds(code, "Peru plucked a guitar.", "plucked") == set()


def test_a_name_behind_in_follows_those_of_bodies_of_states(code: Code) -> None:
    assert "membership" in _kinds(code, "Norway, in NATO since 1949, sent a minister.", "NATO")


def test_any_verb_in_the_perfect_follows_those_for_any(code: Code) -> None:
    assert "deployment" in _kinds(code, "Kenya has propped up the rulers of Chad with troops.", "propped")
    assert "deployment" not in _kinds(code, "Kenya propped up the rulers of Chad with troops.", "propped")


def test_a_pattern_fits_where_a_word_for_a_state_fills_its_slot(code: Code) -> None:
    assert "recognition" in _kinds(code, "Peru met Taiwan. Chile recognises the island.", "recognises", fitting=True)
    assert "recognition" not in _kinds(code, "Peru recognises the tune.", "recognises", fitting=True)
