"""How the numbers of a sentence are compared with the labelled ones."""

from __future__ import annotations

from dateline.apps.evaluation.counts import figures, judge
from dateline.apps.evaluation.metrics import Tally
from dateline.coding.numbers.tolls import Toll
from dateline.model import Count, Span, Token

TOKEN = Token(0, "killed", "kill", "VERB", "VBD", "ROOT", 0, 10, 16, "", 0, ())


def _toll(kind: str, low: int, high: int | None) -> Toll:
    return Toll(kind, TOKEN, Count(low=low, high=high, text=str(low)), Span(10, 16))


def test_a_number_is_right_when_both_bounds_are() -> None:
    row = {"counts": {"dead": [4, None], "injured": [9, 9]}}
    assert judge(row, [_toll("dead", 4, 4), _toll("injured", 9, 9)]) == Tally(1, 2, 2)


def test_the_first_number_of_a_kind_counts() -> None:
    assert judge({"counts": {"dead": [4, 4]}}, [_toll("dead", 4, 4), _toll("dead", 7, 7)]) == Tally(1, 1, 1)


def test_a_number_where_none_is_costs_precision() -> None:
    assert figures([judge({"counts": {}}, [_toll("size", 60, 60)]), Tally(1, 1, 1)])["count_precision"] == 0.5
