"""Which state "there", "the country", "the island", "it" and "the former colonial power" mean."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, ties_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (
            "DAKAR, May 3 (Reuters) - Senegal voted on Sunday. France keeps 300 soldiers in the country.",
            "2015-05-03",
            {"FRA", "SEN"},
        ),
        ("Voting went on in Chad. Uganda has 400 soldiers there.", "2015-05-03", {"UGA", "TCD"}),
        ("NIAMEY, May 3 (AFP) - Niger's army advanced. The former colonial power has 900 men in Niger.", "2015-05-03", {"FRA", "NER"}),
        ("Malta's premier met bankers. India has a trade pact with the island.", "2015-05-03", {"IND", "MLT"}),
    ],
)  # fmt: skip
def test_a_word_for_a_land_means_the_one_told_of_and_not_its_own_other_party(
    code: Code, text: str, day: str, expected: set[str]
) -> None:
    assert expected in [parties for _, parties, _ in ties_of(code(text, day=day))]


def test_a_ruler_of_no_land_that_the_table_knows_is_nobody(code: Code) -> None:
    assert code("The former power broker has 900 men in Niger.").ties == ()
