"""Which land a relation is with that its clause does not name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.coding.ties.other_lands import WEIGHTS
from dateline.model import CodedStory, codes_of

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]

COMOROS = (
    "MORONI, May 5 (Reuters) - The Comoros voted on Sunday for a new president. The vote in the Comoros passed off "
    "calmly. Tanzania sent observers. "
)
NIGER = (
    "NIAMEY, May 5 (Reuters) - Niger's junta arrested two editors on Monday. Algeria called for their release. "
    "Niger denied the charge. "
)


@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        (COMOROS + "France pays a third of its budget every year.", "aid", {"COM", "FRA"}),
        (COMOROS + "Turkey has trained its officers since 1992.", "programme", {"COM", "TUR"}),
        (NIGER + "Some 900 German soldiers are stationed there.", "deployment", {"NER", "DEU"}),
        (NIGER + "Germany keeps 900 soldiers in the country.", "deployment", {"NER", "DEU"}),
    ],
)
def test_the_land_that_a_report_is_about_is_meant_before_the_one_named_last(
    code: Code, text: str, kind: str, countries: set[str]
) -> None:
    assert countries in [set(codes_of(t.parties)) for t in code(text).ties if t.kind == kind]


def test_a_land_that_the_clause_names_is_meant_whatever_the_report_is_about(code: Code) -> None:
    ties = code(NIGER + "Some 900 German soldiers are stationed in Mali.").ties
    assert [set(codes_of(t.parties)) for t in ties if t.kind == "deployment"] == [{"MLI", "DEU"}]


def test_nobody_is_meant_where_the_report_names_no_other_land(code: Code) -> None:
    assert not code("France pays a third of its budget every year.").ties


def test_what_stands_in_the_clause_weighs_more_than_how_often_a_land_is_named() -> None:
    assert WEIGHTS["before"] > WEIGHTS["count"]
