"""What a report tells twice of a relation."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, ties_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Danish soldiers have served in Chad under a pact with Chad since 2009.", ["deployment", "treaty"]),
        ("Under a pact of 2009 Danish soldiers serve in Chad.", ["treaty"]),
        ("Denmark has trained Chadian troops under a partnership launched in 2009.", ["partnership"]),
        ("Denmark has a base in Chad under the 1960 treaty, which is in force.", ["deployment", "treaty"]),
    ],
)
def test_what_is_kept_under_a_pact_is_one_relation_and_the_pact_another(
    code: Code, text: str, kinds: list[str]
) -> None:
    assert sorted(kind for kind, _, _ in ties_of(code(text, day="2019-10-03"))) == kinds


def test_a_relation_told_twice_is_one_with_both_evidences(code: Code) -> None:
    (tie,) = code("Danish soldiers serve in Chad. Denmark has kept soldiers in Chad since 2009.", day="2019-10-03").ties
    assert (tie.since, len(tie.evidence)) == ("2009", 2)


def test_two_pacts_of_one_pair_each_with_its_year_are_two(code: Code) -> None:
    text = "A treaty signed in 1929 binds Chile and Peru. A treaty signed in 1984 binds Chile and Peru."
    assert [since for _, _, since in ties_of(code(text, day="2019-10-03"))] == ["1929", "1984"]
