"""States in the plural that nobody names are states together."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_unnamed_nations_that_act_are_states_together(read: Read) -> None:
    """ "Major industrialised nations" are no land's government, and several states' all the same."""
    found = told(at(read("Major industrialised nations agreed in Lima to cut tariffs."), "nations"))
    assert (found.country, found.sectors) == ("IGO", ("GOV",))


def test_states_of_a_federation_are_no_states_together(read: Read) -> None:
    """Near miss: three states that voted are parts of one land."""
    found = at(read("The U.S. candidate spoke in Ohio. Three states voted for him."), "states")
    assert found is None or found.resolution is None or found.resolution.country != "IGO"


def test_countries_where_something_happens_are_places(read: Read) -> None:
    """Near miss: "in several countries" says where."""
    assert at(read("The firm sells tools in several countries."), "countries") is None
