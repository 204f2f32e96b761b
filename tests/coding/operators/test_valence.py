"""How a phrase judges."""

from __future__ import annotations

import pytest

from dateline.coding.operators.valence import Tone, Valence
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import FrameLexicon
from dateline.language import Parser
from dateline.readers import story_from_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("phrase", "tone"),
    [
        ("a disgrace", Tone.BAD),
        ("an arbitrary and hostile act", Tone.BAD),
        ("a carnival of fraud", Tone.BAD),
        ("a hollow victory", Tone.BAD),
        ("a triumph", Tone.GOOD),
        ("a step in the right direction", Tone.GOOD),
        ("a table", None),
        ("no crime", None),
    ],
)
def test_a_phrase_judges_by_its_head_its_adjectives_or_what_it_carries(
    parser: Parser, phrase: str, tone: Tone | None
) -> None:
    """A reproach wins over praise beside it, and what is denied judges nothing."""
    parsed = parser.parse(story_from_text(f"The vote was {phrase}.", id="v"))
    graph = Graph(parsed)
    verb = next(t for t in parsed.tokens if t.text == "was")
    found = Valence(graph, FrameLexicon.read_sets()).of(graph.slots(verb.i)["attr"][0])
    assert (found[1] if found else None) is tone
