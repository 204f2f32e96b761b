"""Whose an office is that no word gives a land: what weighs in a report of several lands."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

from dateline.resolve.lands.weighed_lands import WEIGHTS

# A report of Benin, whose background is all of a neighbour that it names far more often.
BENIN = (
    "COTONOU, June 3, 2011 - Two officers were arrested in Benin on Friday after soldiers took a barracks.\n\n"
    "The army said that order was restored.\n\n"
    "Nigeria sent Nigerian ships. Nigerian traders left. Nigeria had closed the Nigerian border to Nigerian lorries.\n\n"
)


@pytest.mark.parametrize(("word", "country"), [("soldiers", "BEN"), ("army", "BEN")])
def test_a_land_named_more_often_far_below_has_no_offices_of_the_lead(read: Read, word: str, country: str) -> None:
    """The background of a report does not take the services of its first sentences."""
    assert told(at(read(BENIN), word)).country == country


def test_who_summons_a_land_s_envoy_is_not_of_it(read: Read) -> None:
    """The land named behind an office, as that of whom it deals with, weighs against itself."""
    text = (
        "TIRANA, June 3, 2011 - Albania closed its airspace on Friday. Albanian jets took off.\n\n"
        "The Foreign Ministry summoned the Serbian ambassador."
    )
    assert told(at(read(text), "Ministry")).country == "ALB"


def test_every_sign_has_a_weight_and_the_known_directions_hold() -> None:
    """What the story is most about speaks for a land, whoever deals with the office from outside against it."""
    assert min(WEIGHTS["whole"], WEIGHTS["home"], WEIGHTS["opens"], WEIGHTS["lead"]) > 0
    assert max(WEIGHTS["facing"], WEIGHTS["towards"], WEIGHTS["unnamed"], WEIGHTS["abroad"]) < 0
