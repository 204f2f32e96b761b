"""Officials without a body are of the one that the story told of before."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_a_spokesman_with_a_name_speaks_for_the_body_that_acted_last(read: Read) -> None:
    """A double first name is nobody's of one half of it, and its bearer speaks for the ministry before."""
    text = "The French foreign ministry said no. “Talks go on,” spokesman Jean-Baptiste Mattei said."
    found = told(at(read(text, "2006-12-22"), "Mattei"))
    assert (found.country, found.sectors[:1], found.entity) == ("FRA", ("GOV",), None)


def test_a_chairman_heads_the_firm_named_last(read: Read) -> None:
    """A chairman of nothing is of the firm of which the sentence before tells."""
    found = told(at(read("Shares of Tarn Mills Inc rose in Oslo. Chairman Bo Lind said profits rose."), "Lind"))
    assert (found.country, found.sectors) == ("NOR", ("BUS",))


def test_an_official_of_a_body_is_of_its_land(read: Read) -> None:
    """ "Department spokesman Bo Lind" is of the department named before, not of the land named last."""
    text = "Norway's health department said no. Peru was silent. Peru waited. Department spokesman Bo Lind left."
    assert told(at(read(text), "Lind")).country == "NOR"
