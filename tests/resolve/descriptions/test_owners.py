"""Whose somebody is by a possessor."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_whose_gives_the_name_behind_a_post_its_land(read: Read) -> None:
    """Belgium's is the minister of "Belgium, whose interior minister, Piet Vandamme, ..."."""
    story = read("France was told. Belgium, whose interior minister, Piet Vandamme, criticised France, shut a road.")
    assert told(at(story, "Vandamme")).country == "BEL"


@pytest.mark.parametrize(("second", "country"), [("engineers", "PER"), ("the engineers", "NOR")])
def test_a_second_noun_shares_the_nation_of_the_first(read: Read, second: str, country: str) -> None:
    """ "Peruvian doctors and engineers" are all Peruvian; an article sets the second apart."""
    found = told(at(read(f"Norway waited. Norway met. Peruvian doctors and {second} left."), "engineers"))
    assert found.country == country


def test_his_counterpart_is_of_another_land(read: Read) -> None:
    """A counterpart has the office of its possessor and not his land."""
    found = told(at(read("Norway's minister met his Chilean counterpart."), "counterpart"))
    assert (found.country, found.sectors) == ("CHL", ("GOV",))
