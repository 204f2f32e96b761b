"""What an operator governs."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.coding.frames.matching import Matcher
from dateline.coding.operators.governed import Governed
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import FrameLexicon

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "operator", "governed"),
    [
        ("Chile threatened on Monday to impose sanctions on Peru.", "threatened", "impose"),
        ("Chile promised to withdraw its troops from Peru.", "promised", "withdraw"),
        ("Chile planned a visit to Peru.", "planned", "visit"),
    ],
)
def test_an_operator_governs_its_complement_or_its_object(code: Code, text: str, operator: str, governed: str) -> None:
    """A complement that the parser takes for a purpose too."""
    resolved = code(text).resolved
    assert resolved is not None
    graph = Graph(resolved.parsed)
    matcher = Matcher(FrameLexicon.load(), graph, Cast(resolved, graph))
    token = next(t for t in graph.tokens if t.text == operator)
    found = [graph.tokens[i].text for m in matcher.operators(token) for i in Governed(matcher, graph).by(m)]
    assert governed in found
