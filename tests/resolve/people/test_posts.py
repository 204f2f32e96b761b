"""People who are put into posts."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_who_is_sworn_in_as_a_minister_is_of_the_government(read: Read) -> None:
    """The post behind a name is its bearer's where a verb puts him into it."""
    text = "Norway's king attended the swearing in of Marta Velde as trade minister."
    assert told(at(read(text), "Velde")).sectors == ("GOV",)


def test_who_only_speaks_as_one_is_not(read: Read) -> None:
    """Without such a verb the words behind a name say nothing of a post."""
    assert told(at(read("Norway praised Marta Velde as a minister of souls."), "Velde")).sectors != ("GOV",)


def test_a_post_before_a_land_gives_the_name_behind_it_its_own_land(read: Read) -> None:
    """In "the Kenyan ambassador to Peru Ann Lee" she is Kenya's."""
    found = told(at(read("The Kenyan ambassador to Peru Ann Lee spoke in Lima."), "Lee"))
    assert (found.country, found.sectors[:1]) == ("KEN", ("GOV",))


def test_a_first_name_alone_is_whoever_news_calls_so(read: Read) -> None:
    """ "Hillary" of 2016 is the candidate."""
    assert told(at(read("Hillary spoke in Ohio.", "2016-05-02"), "Hillary")).sectors[:1] == ("PTY",)


def test_who_leads_rebels_is_one_of_them(read: Read) -> None:
    """The noun that somebody is told to lead tells what he is."""
    found = told(at(read("In Peru, rebels led by Nils Ruud took a town."), "Ruud"))
    assert found.sectors[:1] == ("REB",)


def test_a_name_set_beside_the_land_of_a_post_holds_the_post(read: Read) -> None:
    """In "Kenya's first ambassador to Cuba, Ann Lee" she is Kenya's, whatever the parser sets her beside."""
    found = told(at(read("Officials met Kenya's first ambassador to Cuba, Ann Lee, on Friday."), "Lee"))
    assert (found.country, found.sectors[:1]) == ("KEN", ("GOV",))
