"""Words that tell something wherever they stand in a phrase."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(("word", "sector"), [("former", "ELI"), ("future", "GOV")])
def test_former_tells_that_an_office_was_left(read: Read, word: str, sector: str) -> None:
    """A former minister is of the elite, one to come of the government."""
    assert told(at(read(f"Norway praised a {word} Peruvian minister."), "minister")).sectors == (sector,)


@pytest.mark.parametrize(("word", "country"), [("foreign", None), ("young", "NOR")])
def test_foreign_is_of_no_land_of_the_story(read: Read, word: str, country: str | None) -> None:
    """Foreign doctors are not the story's."""
    assert told(at(read(f"Norway praised {word} doctors."), "doctors")).country == country


@pytest.mark.parametrize(("post", "country"), [("Trade", "EUR"), ("Police", "NOR")])
def test_a_commissioner_of_something_is_of_the_union(read: Read, post: str, country: str) -> None:
    """In a report that names the Union a commissioner is one of its, unless he is of the police."""
    found = told(at(read(f"Norway praised the EU. {post} Commissioner Marta Lind spoke."), "Lind"))
    assert found.country == country
