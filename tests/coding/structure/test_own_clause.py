"""Which words are of a predicate's own clause."""

from __future__ import annotations

import pytest

from dateline.coding.structure.own_clause import clause_of, core_of
from dateline.language import Parser
from dateline.readers import story_from_text

pytestmark = pytest.mark.model


def test_a_clause_ends_where_a_joined_one_begins_and_its_core_where_a_told_one_does(parser: Parser) -> None:
    parsed = parser.parse(story_from_text("Norway said that Chile would sign and left the hall.", id="s"))
    said = next(t for t in parsed.tokens if t.text == "said")
    clause = {t.text for t in clause_of(parsed, said.i)}
    core = {t.text for t in core_of(parsed, said.i)}
    assert ("sign" in clause, "left" in clause) == (True, False)
    assert ("sign" in core, "Norway" in core) == (False, True)
