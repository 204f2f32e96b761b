"""Which agent nouns name an actor where they stand."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told


def test_an_attitude_is_no_party(read: Read) -> None:
    """Opposition to something is what a state feels, not who sits in its parliament."""
    assert at(read("Norway repeated its opposition to the talks."), "opposition") is None


@pytest.mark.parametrize(
    ("text", "head", "country", "sectors"),
    [
        ("Kenya is calm. The assembly voted on Monday.", "assembly", "KEN", ("LEG",)),
        ("An Egyptian general left Cairo.", "general", "EGY", ("MIL",)),
        ("A Kenyan patrol boarded the boat.", "patrol", "KEN", ("MIL",)),
        ("The Taliban movement claimed the attack.", "movement", "AFG", ("REB",)),
        ("Mahmoud Abbas's Fatah movement won the vote.", "movement", "PSE", ("PTY",)),
        ("The UN force in Lebanon lost two men.", "force", "UNO", ("MIL",)),
        ("Indonesian police chief General Sutan Widodo resigned.", "Widodo", "IDN", ("COP",)),
    ],
)
def test_nouns_that_act_with_an_article_land_or_body(
    read: Read, text: str, head: str, country: str, sectors: tuple[str, ...]
) -> None:
    """A chamber, a general, a patrol, a movement and a force are actors where something says whose they are."""
    found = told(at(read(text), head))
    assert (found.country, found.sectors[: len(sectors)]) == (country, sectors)


@pytest.mark.parametrize("text", ["In general the town is calm.", "The assembly of the parts took a day."])
def test_the_same_words_are_nobody_without_it(read: Read, text: str) -> None:
    """ "In general" and an assembly of things name no actor."""
    assert not [m for m in read(text).mentions if m.resolution and m.resolution.sectors]
