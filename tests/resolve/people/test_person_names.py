"""Which names are people's: not those of months, works or ports."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "first"),
    [
        ("Officials thanked Marta de Vries, a nurse from Norway. De Vries smiled.", "Vries", "Vries"),
        ("Marta Holm-Lind, a nurse from Norway, spoke. Holm-Lind smiled.", "Lind", "Lind"),
    ],
)
def test_a_surname_of_two_parts_goes_back_to_the_full_name(read: Read, text: str, word: str, first: str) -> None:
    """A particle or a hyphen makes no other person of somebody named before."""
    resolved = read(text)
    again, name = at(resolved, word, 1), at(resolved, first)
    assert again is not None
    assert name is not None
    assert again.chain == name.chain


def test_a_works_title_is_no_person(read: Read) -> None:
    """A name behind an article is a work's or a programme's, and takes nobody's surname."""
    resolved = read("Marta Lindqvist, a Norwegian nurse, was on The Lindqvist Report. Lindqvist smiled.")
    again, name = at(resolved, "Lindqvist", 2), at(resolved, "Lindqvist")
    assert again is not None
    assert name is not None
    assert again.chain == name.chain


def test_a_month_is_nobody_where_a_person_bears_its_name(read: Read) -> None:
    """After a preposition a month stays one."""
    resolved = read("Theresa May spoke in London. The law came into force in May 2003.")
    assert at(resolved, "May", 1) is None
