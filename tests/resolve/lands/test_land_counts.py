"""How often a story names each land, and where it says that things happen."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import story

from dateline.knowledge.gazetteer import Gazetteer
from dateline.language import Parser
from dateline.resolve.lands.land_counts import LandCounts
from dateline.resolve.places.toponyms import find_toponyms

pytestmark = pytest.mark.model


def _counts(parser: Parser, gazetteer: Gazetteer, text: str) -> LandCounts:
    parsed = parser.parse(story(text))
    named = [(t, "KEN") for t in parsed.tokens if t.text == "Kenyan"]
    toponyms = find_toponyms(parsed, gazetteer)
    return LandCounts(parsed, named, toponyms, home=None, aside=frozenset(), speech=frozenset({"say"}))


def test_a_town_in_which_something_happens_is_ground(parser: Parser, gazetteer: Gazetteer) -> None:
    """What opens a sentence with "In" is kept as its opening too."""
    counts = _counts(parser, gazetteer, "In Lima farmers marched.")
    assert (counts.grounds, counts.opening) == ({"PER": 1}, {0: "PER"})


def test_who_is_acted_upon_is_named_but_does_not_act(parser: Parser, gazetteer: Gazetteer) -> None:
    """A land that only describes an object counts, and not as one that acts."""
    counts = _counts(parser, gazetteer, "They freed two Kenyan sailors.")
    assert (counts.by_sentence[0]["KEN"], counts.acting[0]["KEN"]) == (1, 0)
