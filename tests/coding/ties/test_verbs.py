"""Which verb a word's relation hangs on."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.dates import Bounds
from dateline.coding.ties.pacts import Pacts
from dateline.coding.ties.verbs import TieVerbs

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Norway trains soldiers in Mali.", "trains", "trains"),
        ("Chad helps to police Mali.", "police", "helps"),
        ("Chad is a member of the union.", "member", "is"),
        ("Chad is one of the members of the union.", "members", "is"),
        ("Chad is among the members of the union.", "members", "is"),
        ("Chad keeps the border open under the treaty.", "treaty", "keeps"),
        ("Chad sells Togo maize by a treaty of 1950.", "treaty", "sells"),
    ],
)
def test_a_relation_hangs_on_its_own_verb_or_on_the_one_above_its_noun(
    code: Code, text: str, word: str, verb: str
) -> None:
    resolved = code(text).resolved
    assert resolved is not None
    graph = Graph(resolved.parsed)
    verbs = TieVerbs(graph, Pacts(graph, Bounds(resolved, graph, beginnings=())))
    assert verbs.of(next(t for t in resolved.parsed.tokens if t.text == word)).text == verb
