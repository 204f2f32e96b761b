"""What a pattern asks of the words in a slot."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.coding.frames.restrictions import Restrictions
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.model import CodedStory

Code = Callable[..., CodedStory]
SETS = {"arms": frozenset({"rifle", "air defence"}), "counters": frozenset({"thousand"})}


@pytest.mark.parametrize(
    ("text", "head", "item", "holds"),
    [
        ("Norway bought rifles.", "rifles", "rifle", True),
        ("Norway bought rifles.", "rifles", "@arms", True),
        ("Norway bought an air defence.", "defence", "@arms", True),
        ("Norway bought a defence.", "defence", "@arms", False),
        ("Norway bought thousands of rifles.", "thousands", "@arms", True),
        ("Norway declared a state of siege.", "state", "state of siege", True),
        ("Norway declared a state of war.", "state", "state of siege", False),
        ("Norway bought rifles.", "Norway", "#actor", True),
        ("Norway bought rifles.", "rifles", "#actor", False),
        ("He crossed into Norway.", "He", "#one", True),
        ("They crossed into Norway.", "They", "#one", False),
        ("Norway bought rifles.", "Norway", "#one", False),
    ],
)
def test_an_item_holds_for_a_word_a_set_a_phrase_or_a_class(
    code: Code, text: str, head: str, item: str, holds: bool
) -> None:
    """Asked alone or among others, an item gives the same answer."""
    resolved = code(text).resolved
    assert resolved is not None
    graph = Graph(resolved.parsed)
    restrictions = Restrictions(SETS, graph, Cast(resolved, graph))
    heads = [t.i for t in resolved.parsed.tokens if t.text == head]
    assert restrictions.fits(item, heads) is holds
    assert restrictions.any_fits(("@counters", "unheard", item, "#pair"), heads) is (holds or head == "thousands")


def test_no_words_fit_only_where_none_are_asked_for(code: Code) -> None:
    resolved = code("Norway bought rifles.").resolved
    assert resolved is not None
    graph = Graph(resolved.parsed)
    restrictions = Restrictions(SETS, graph, Cast(resolved, graph))
    assert restrictions.any_fits(("rifle", "#none"), [])
    assert not restrictions.any_fits(("rifle", "@arms"), [])
