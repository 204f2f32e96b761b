"""Which day an event gets, and which it must not get."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _dates(code: Code, text: str) -> dict[str, str | None]:
    return {e.type.value: e.date.value for e in code(text).events if e.content_of is None}


def test_what_an_anniversary_remembers_lies_its_years_before_it(code: Code) -> None:
    found = _dates(code, "Thousands marked the 20th anniversary of the bombing of Kabul by Russia on Thursday.")
    assert found["ASSAULT"] == "1999"


def test_the_main_clause_s_day_is_not_given_to_what_is_told_aside(code: Code) -> None:
    found = _dates(code, "The man who attacked the French embassy in Lima was jailed by Peru on Monday.")
    assert found["SANCTION"] == "2019-09-30"
    assert found["ASSAULT"] != "2019-09-30"


def test_what_has_happened_did_not_happen_on_a_day_to_come(code: Code) -> None:
    found = _dates(code, "Norway postponed talks with Chile until Friday.")
    assert found["REJECT"] == "2019-10-03"
