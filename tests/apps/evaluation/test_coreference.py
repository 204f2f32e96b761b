"""The suite of coreference reads its brackets and counts links, mentions and pronouns by their definitions."""

from __future__ import annotations

import pytest

from dateline.apps.evaluation.coreference import Marked, figures, judge, unmark
from dateline.model import UsageError


def test_nested_brackets_keep_their_own_spans() -> None:
    text, marked = unmark("[[Peru|2]'s president|1] left.")
    assert text == "Peru's president left."
    assert [(text[m.start : m.end], m.who) for m in marked] == [("Peru's president", "1"), ("Peru", "2")]


@pytest.mark.parametrize("broken", ["[Peru left.", "[Peru|1 left."])
def test_a_broken_bracket_is_an_error(broken: str) -> None:
    with pytest.raises(UsageError):
        unmark(broken)


def test_equal_chains_score_one_whatever_their_names() -> None:
    marked = [Marked(0, 1, "1"), Marked(2, 3, "2"), Marked(4, 5, "1")]
    found = figures([judge(marked, [("7", False), ("9", False), ("7", True)])])
    assert found == {"average": 1.0, "muc_f1": 1.0, "b3_f1": 1.0, "pronouns": 1.0}


def test_a_pronoun_joined_to_another_actor_costs_link_and_pronoun() -> None:
    marked = [Marked(0, 1, "1"), Marked(2, 3, "2"), Marked(4, 5, "1")]
    found = figures([judge(marked, [("a", False), ("b", False), ("b", True)])])
    assert (found["muc_f1"], found["pronouns"]) == (0.0, 0.0)
    assert 0 < found["b3_f1"] < 1
