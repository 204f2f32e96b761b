"""Bare spokesmen, members, agents and leaders take whom the story told of last."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model

# text, word, country, sector
CASES = [
    ("The UN Security Council met on Monday. The 15 members failed to agree.", "members", "UNO", "GOV"),
    ("The FBI searched a flat in Ohio. Two agents were hurt.", "agents", "USA", "COP"),
    ("Donald Trump is in Ohio. “He rests today,” a spokesman said.", "spokesman", "USA", "PTY"),
    ("The UN Security Council met. Peru's envoy said the council reform was overdue.", "council", "UNO", "GOV"),
]


@pytest.mark.parametrize(("text", "word", "country", "sector"), CASES)
def test_bare_nouns_serve_whom_the_story_told_of(read: Read, text: str, word: str, country: str, sector: str) -> None:
    """Land and sector come from the body or person named just before."""
    found = told(at(read(text, "2016-05-02"), word))
    assert (found.country, found.sectors[0]) == (country, sector)


def test_states_of_a_federation_are_its_own(read: Read) -> None:
    """In a report on the American vote "states" are the land's, and member states are nobody's."""
    own = told(
        at(read("Voters in the United States are tired. Hillary Clinton won five states.", "2016-05-02"), "states")
    )
    assert own.country == "USA"


def test_a_report_without_lands_is_of_the_land_of_whom_it_names(read: Read) -> None:
    """Voters of a story that names only American politicians are American."""
    story = read("Ted Cruz and Jeb Bush differ on taxes. Voters like neither.", "2016-02-02")
    assert told(at(story, "Voters")).country == "USA"


def test_candidates_run_in_one_land(read: Read) -> None:
    """ "Both candidates" are no two countries that the story has named."""
    story = read("Ted Cruz spoke of Iran and Syria. Both candidates were tired.", "2016-02-02")
    assert told(at(story, "candidates")).countries == ()
