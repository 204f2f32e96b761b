"""Companies that no base holds are known by their form, and come back by short names and "the company"."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_a_legal_form_makes_a_company_also_as_an_object(read: Read) -> None:
    """A name that ends in Inc or the like is a firm wherever it stands."""
    found = told(at(read("The board agreed to buy Varnhem Tools Inc for cash."), "Inc"))
    assert found.sectors == ("BUS",)


def test_a_short_name_is_the_company_named_before(read: Read) -> None:
    """The first word of a firm's name stands for it later in the story, and is no person."""
    story = read("Ostrava Mines Ltd cut 300 jobs on Monday. Later Ostrava said the price of zinc had fallen.")
    first, again = at(story, "Ltd"), at(story, "Ostrava", 1)
    assert first is not None
    assert again is not None
    assert again.chain == first.chain


def test_the_company_goes_back_to_it(read: Read) -> None:
    """A definite noun for firms goes back to the firm; one for armed groups does not."""
    story = read("Kelso Motors Inc closed a plant. The company blamed weak demand. The militia was silent.")
    firm, again = at(story, "Inc"), at(story, "company")
    assert firm is not None
    assert again is not None
    assert again.chain == firm.chain


def test_a_form_of_one_country_gives_it(read: Read) -> None:
    """GmbH is German where nothing else is said."""
    found = told(at(read("Talks with Feinbau GmbH failed."), "GmbH"))
    assert found.country == "DEU"


def test_a_chairman_without_a_firm_belongs_to_the_one_named_before(read: Read) -> None:
    """Titles that take their employer's sectors look back to the last firm."""
    found = told(at(read("Varnhem Tools Inc cut its dividend. Chairman Donald Roselli blamed the weather."), "Roselli"))
    assert found.sectors == ("BUS",)


def test_initials_stand_for_a_body_named_before(read: Read) -> None:
    """Capitals that are the first letters of a body's name are that body."""
    story = read("The Kelmar Boat Owners Union struck. Later the KBOU said talks had failed.")
    name, short = at(story, "Union"), at(story, "KBOU")
    assert name is not None
    assert short is not None
    assert short.chain == name.chain


def test_partners_are_one_firm(read: Read) -> None:
    """What ends in "and Co" is a firm, and so are the names listed before it."""
    story = read("Shares were sold by Ostrava, Kelso and Lind Inc and by Varnhem and Co on Monday.")
    for word in ("Ostrava", "Co"):
        found = at(story, word)
        assert found is not None
        assert found.resolution is not None
        assert found.resolution.sectors == ("BUS",)
