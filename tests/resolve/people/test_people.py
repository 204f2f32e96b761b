"""Names of people: titles that outlast a post, headlines, misread letters, given names, families."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_a_high_posts_title_outlasts_it(read: Read) -> None:
    """ "Secretary Clinton" two years after she left office is the former Secretary of State."""
    found = told(at(read("Congress in the United States thanked Secretary Clinton.", "2014-05-06"), "Clinton"))
    assert found.name == "Hillary Clinton"
    assert found.sectors == ("ELI",)


def test_a_headline_in_capitals_ends_a_known_name(read: Read) -> None:
    """The verb behind a name in a headline is no part of it."""
    text = "Donald Trump Just Revealed Who He Would Pick.\nTrump said it on Tuesday."
    assert told(at(read(text, "2016-05-02"), "Trump", 1)).sectors[:1] == ("PTY",)


def test_a_misread_letter_does_not_hide_a_name(read: Read) -> None:
    """A name whose accents somebody read in the wrong encoding is looked up as it was."""
    found = told(at(read("President FranÃ§ois Hollande spoke.", "2015-05-02"), "Hollande"))
    assert found.country == "FRA"


def test_a_given_name_that_is_also_a_faith_is_a_name(read: Read) -> None:
    """A captain called Christian is a soldier."""
    found = told(at(read('"No," said Army Capt. Christian Velde, who was in Peru.'), "Velde"))
    assert found.sectors[:1] == ("MIL",)


def test_a_weekday_before_a_people_is_no_part_of_a_name(read: Read) -> None:
    """The adjective behind a day still tells the land."""
    found = told(at(read("This Wednesday Greek Foreign Minister Marta Velde spoke in Peru."), "Velde"))
    assert found.country == "GRC"


def test_a_family_is_of_the_side_of_whom_the_story_named(read: Read) -> None:
    """The plural of a surname means its bearer's people, whom "they" takes up."""
    text = "Senator Marta Velde of Denmark spoke. The Veldes sold a mine. They made millions."
    resolved = read(text)
    assert told(at(resolved, "Veldes")).country == "DNK"
    assert told(at(resolved, "They")).country == "DNK"
