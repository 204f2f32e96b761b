"""Between whom relations of equals are where a clause names one side."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, ties_of

from dateline.model import codes_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Damascus depends on Oman, an ally since 1980.", {"SYR", "OMN"}),
        ("American jets rotate through Cypriot ports under a 2014 accord.", {"USA", "CYP"}),
        ("Egypt buys gas under the treaty that it concluded with Jordan in 1994.", {"EGY", "JOR"}),
        ("Peru met Chile. Peru scolded Chile. Cuba watched. The two are tied by a treaty of 1929.", {"PER", "CHL"}),
        ("Peru, Chile and Cuba met Spain. The three have a trade pact.", {"PER", "CHL", "CUB"}),
        ("Chile met bankers. With Norway it has a trade pact.", {"CHL", "NOR"}),
        ("Peru warned Chile. Chile scolded Peru. The 1931 pact obliges either to share the wells.", {"PER", "CHL"}),
        ("Armenia met Ukraine in Oslo. The two former Soviet republics have a trade pact.", {"ARM", "UKR"}),
        ("Kenya sells Togo maize by a treaty of 1950.", {"KEN", "TGO"}),
        ("Norway and Benin keep their border open under the treaty of 1950.", {"NOR", "BEN"}),
        ("Bolivia, with which Peru signed a pact in 1950, sent men.", {"BOL", "PER"}),
        ("Chad thanked its allies, especially Kenya and Togo.", {"TCD", "KEN", "TGO"}),
        ("The cape has been in dispute between Peru and Chile since 1973.", {"PER", "CHL"}),
    ],
)
def test_the_other_side_is_whom_the_sentence_or_the_report_tells_of(code: Code, text: str, expected: set[str]) -> None:
    assert expected in [parties for _, parties, _ in ties_of(code(text, day="2019-10-03"))]


def test_a_state_and_rebels_of_its_own_are_one_land_s_conflict(code: Code) -> None:
    story = code("Peru has fought rebels since 1980.", day="2019-10-03")
    assert ties_of(story) == [("conflict", frozenset({"PER"}), "1980")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Japan is a close ally of Peru.", "alliance"),
        ("Japan, Peru's treaty ally, sent a minister.", "alliance"),
        ("Japan has a defence pact with Peru.", "treaty"),
        ("Japan has an alliance with Peru.", "alliance"),
        ("Japan and Peru, allies in NATO since 1952, disagree.", "alliance"),
    ],
)
def test_partners_are_of_a_partnership_allies_of_an_alliance_and_pacts_are_treaties(
    code: Code, text: str, kind: str
) -> None:
    assert [found for found, _, _ in ties_of(code(text))] == [kind]


def test_that_of_a_state_is_the_state_s(code: Code) -> None:
    ties = code(
        "Mongolia's foreign ministry and that of Kazakhstan have held consultations every year since 2007."
    ).ties
    assert {"KAZ", "MNG"} in [set(codes_of(t.parties)) for t in ties if t.kind == "regular-consultation"]


def test_the_treaty_that_the_report_tells_to_be_signed_is_no_standing_one(code: Code) -> None:
    text = "Chad and Libya signed a treaty on Monday. Under the treaty Chad drops its claim to the oasis."
    assert not [t for t in code(text).ties if t.kind == "treaty"]
    old = "Chad and Libya signed a treaty in 1955. Under the treaty Chad drops its claim to the oasis."
    assert [t for t in code(old).ties if t.kind == "treaty"]


def test_a_man_s_ally_is_no_land_s(code: Code) -> None:
    """Whoever is called the ally of somebody at home ties no two lands together."""
    text = "Chad was quiet. Chad asked for rain. New Jersey Governor Chris Christie, a staunch Donald Trump ally, left."
    assert ties_of(code(text, day="2016-07-20")) == []
