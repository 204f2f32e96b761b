"""Facts of the shipped base that a reader would notice when they were wrong."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.knowledge.base import KnowledgeBase
from dateline.model import EntityKind


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    """The base that ships."""
    return KnowledgeBase.open()


@pytest.mark.parametrize(
    ("name", "day", "sectors"),
    [
        ("Heiko Maas", date(2015, 6, 1), ("GOV",)),  # a minister of justice is no judge
        ("Jaroslaw Kaczynski", date(2017, 6, 1), ("PTY",)),  # "Law and Justice" is a party
        ("Albin Kurti", date(2020, 12, 1), ("PTY", "OPP")),  # out of office between two cabinets
        ("Angela Merkel", date(2004, 5, 1), ("PTY", "OPP")),
        ("Pierre Poilievre", date(2023, 5, 1), ("PTY", "OPP")),
        ("Marco Rubio", date(2016, 2, 1), ("LEG",)),  # a senator who runs is a senator
    ],
)
def test_a_post_has_the_sectors_of_its_day(base: KnowledgeBase, name: str, day: date, sectors: tuple[str, ...]) -> None:
    """Who leads a party out of office is of the party, who holds a post is of the post."""
    people = [e for e in base.lookup(name) if e.kind is EntityKind.PERSON]
    assert people
    held = base.roles_of(people[0].id, on=day)
    assert held
    assert held[0].sectors[: len(sectors)] == sectors


@pytest.mark.parametrize("word", ["Ecuadorean", "Ecuadoreans", "Ecuadorian"])
def test_both_spellings_of_a_people(base: KnowledgeBase, word: str) -> None:
    """News writes Ecuadorean as often as Ecuadorian."""
    found = base.country_of(word)
    assert found is not None
    assert found.code == "ECU"


@pytest.mark.parametrize(
    ("noun", "sectors"),
    [("cadet", ("MIL",)), ("coast guards", ("MIL",)), ("border officer", ("MIL",)), ("justice minister", ("GOV",))],
)
def test_nouns_of_services(base: KnowledgeBase, noun: str, sectors: tuple[str, ...]) -> None:
    """Who serves in uniform is known by the noun alone."""
    assert base.nouns()[noun].sectors == sectors


def test_a_ministry_is_no_person(base: KnowledgeBase) -> None:
    """What a noun names is told by its head, also before "of"."""
    assert base.nouns()["ministry of interior"].kind == "institution"
    assert base.nouns()["interior minister"].kind == "person"


def test_a_firm_whose_name_ends_like_a_unions(base: KnowledgeBase) -> None:
    """Western Union is a company."""
    assert [e.kind for e in base.lookup("Western Union")] == [EntityKind.COMPANY]


def test_every_country_of_a_post_is_a_state_or_a_body(base: KnowledgeBase) -> None:
    """Dependencies stand under the state that holds them, and no source's own code is left."""
    for code in ("XKX", "TMP", "JON", "BMU", "KSV", "ABW"):
        assert base.country(code) is None
        assert not base.holders(code, "head_of_government", on=None)
    assert base.holders("KOS", "head_of_government", on=date(2023, 1, 1))[0].person_name == "Albin Kurti"


def test_small_tables_in_memory_answer_as_the_file_does(base: KnowledgeBase) -> None:
    for key, rows in base._by_key("SELECT key, code FROM country_alias ORDER BY rank, code").items():
        asked = base._rows("SELECT key, code FROM country_alias WHERE key = ? ORDER BY rank, code", key)
        assert rows == asked


@pytest.mark.parametrize(
    ("written", "name"),
    [("Jonas Gahr Stoere", "Jonas Gahr Støre"), ("Lars Loekke Rasmussen", "Lars Løkke Rasmussen")],
)
def test_a_vowel_may_be_written_in_two_letters(base: KnowledgeBase, written: str, name: str) -> None:
    """Wires that have no ø write oe."""
    assert [e.name for e in base.lookup(written)][:1] == [name]
    assert not base.lookup("Manuel Qualoebert")
