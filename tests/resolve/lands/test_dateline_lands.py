"""The land of a dateline that is only the host of others."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import story

from dateline.knowledge.countries import CountryHit
from dateline.language import Parser
from dateline.resolve.lands.dateline_lands import only_hosts
from dateline.resolve.pieces.pieces import Piece

pytestmark = pytest.mark.model
MEDIATING = frozenset({"facilitator", "mediator"})


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("The rebels met the army under the eyes of Norwegian facilitators.", True),
        ("The rebels met Norwegian soldiers.", False),
    ],
)
def test_a_land_of_mediators_only_lends_a_table(parser: Parser, text: str, *, hosts: bool) -> None:
    """A land that only describes who brings others together hosts them; one whose soldiers act does not."""
    parsed = parser.parse(story(text))
    i = next(t.i for t in parsed.tokens if t.text == "Norwegian")
    norway = CountryHit(code="NOR", kind="adjective")
    assert only_hosts(parsed, [[Piece(i, i + 1, "Norwegian", norway)]], MEDIATING, "NOR") is hosts
