"""Names against the base, without a parser."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.knowledge.base import KnowledgeBase
from dateline.resolve.pieces.link import Hints, Linker, left_office, same_first_name, unknown
from dateline.resolve.pieces.lookups import Lookups

DAY = date(2019, 10, 3)


@pytest.fixture(scope="module")
def linker() -> Linker:
    """A linker over the base that ships."""
    return Linker(Lookups(KnowledgeBase.open()))


def test_full_name_is_linked(linker: Linker) -> None:
    """A known full name is linked with the post of the day."""
    found = linker.full_name("Rodrigo Duterte", Hints(), DAY)
    assert found.entity is not None
    assert found.role is not None
    assert (found.country, found.sectors) == ("PHL", ("GOV",))


def test_contradicting_country_rules_a_namesake_out(linker: Linker) -> None:
    """A full name said to be of another country is somebody unknown of that country."""
    found = linker.full_name("Vladimir Putin", Hints(country="GHA", sectors=("EDU",)), DAY)
    assert found.entity is None
    assert (found.country, found.sectors) == ("GHA", ("EDU",))


def test_title_and_surname(linker: Linker) -> None:
    """A surname with an office is linked when the office agrees."""
    found = linker.surname("Duterte", Hints(office="head_of_state"), DAY)
    assert found.country == "PHL"
    assert found.rule == "title + surname"


def test_plain_surname_of_nobody_prominent_stays_unknown(linker: Linker) -> None:
    """A surname alone is not linked unless a leader bears it."""
    assert linker.surname("Smith", Hints(), DAY).entity is None


def test_a_foreign_minister_s_surname_needs_his_land_in_the_story(linker: Linker) -> None:
    """ "Lavrov said" is the minister where the story speaks of Russia first, and nobody known elsewhere."""
    at_home = linker.surname("Lavrov", Hints(story=("RUS", "TUR")), DAY)
    assert (at_home.country, at_home.rule) == ("RUS", "surname of a minister")
    assert linker.surname("Lavrov", Hints(story=("PER", "CHL", "RUS")), DAY).entity is None


def test_former_description_of_an_unknown_person_is_eli() -> None:
    """A former official whom the base does not know is ELI."""
    assert unknown("Jane Doe", Hints(country="KEN", sectors=("GOV",), former=True)).sectors == ("ELI",)


@pytest.mark.parametrize(
    ("name", "known", "same"),
    [("mohammed farah", "mohamed farah", True), ("j smith", "john smith", True), ("anna lee", "bruce lee", False)],
)
def test_first_names_are_compared_by_spelling(name: str, known: str, same: bool) -> None:
    """Romanisations and initials agree, other names do not."""
    assert same_first_name(name.split(), known.split()) is same


def test_who_was_never_in_office_has_not_left_one() -> None:
    """A former banker stays business; a former minister is out of office."""
    assert left_office(("BUS",)) == ("BUS",)
    assert left_office(("GOV",)) == ("ELI",)
    assert left_office(()) == ()
