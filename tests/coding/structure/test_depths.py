"""How deep in its sentence a word stands."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.depths import depth_of

pytestmark = pytest.mark.model


def test_a_word_stands_one_step_below_its_head_and_the_root_nowhere_below(code: Code) -> None:
    """Each step towards the root takes one off."""
    resolved = code("Chile said that Peru had broken the pact.").resolved
    assert resolved is not None
    graph = Graph(resolved.parsed)
    for token in graph.tokens:
        assert depth_of(graph, token.i) == (0 if token.head == token.i else depth_of(graph, token.head) + 1)
