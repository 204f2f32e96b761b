"""Which clauses tell that something is done regularly, and for how long."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.dates import Bounds
from dateline.coding.ties.habits import TieHabits
from dateline.coding.ties.tenses import Tenses
from dateline.model import Token

pytestmark = pytest.mark.model


def _habits(code: Code, text: str, word: str) -> tuple[TieHabits, Token]:
    resolved = code(text, day="2019-10-03").resolved
    assert resolved is not None
    graph = Graph(resolved.parsed)
    habits = TieHabits(graph, Bounds(resolved, graph, beginnings=()), Tenses(graph))
    return habits, next(t for t in resolved.parsed.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "kept"),
    [
        ("Chad meets Mali every year.", "meets", (True, False)),
        ("Chad gives Mali $2 billion a year.", "gives", (True, False)),
        ("Chad has armed Mali since 1970.", "armed", (False, True)),
        ("Chad has armed Mali since Tuesday.", "armed", (False, False)),
        ("Chad has armed Mali for years.", "armed", (False, True)),
        ("Chad has armed Mali for the better part of a century.", "armed", (False, True)),
        ("Chad has armed Mali since the talks broke up.", "armed", (False, True)),
        ("Chad armed Mali.", "armed", (False, False)),
    ],
)
def test_words_of_repetition_make_it_regular_and_since_or_for_make_it_long(
    code: Code, text: str, word: str, kept: tuple[bool, bool]
) -> None:
    habits, verb = _habits(code, text, word)
    assert habits.kept(verb, verb) == kept


def test_a_perfect_is_done_unless_it_goes_on(code: Code) -> None:
    """ "Has lent it tugs" is over; "since 1970" it is not."""
    habits, verb = _habits(code, "Chad has lent Mali tugs.", "lent")
    assert habits.is_done(verb, verb)
    habits, verb = _habits(code, "Chad has lent Mali tugs since 1970.", "lent")
    assert not habits.is_done(verb, verb)


def test_a_meeting_is_kept_up_by_the_clause_behind_it(code: Code) -> None:
    habits, noun = _habits(code, "The summit, held yearly since 1991, was quiet.", "summit")
    assert habits.is_kept_up(noun)
