"""Descriptions that take up what another word has told."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_a_terrorist_group_is_the_one_whose_men_were_named(read: Read) -> None:
    """A group of which the story has named only the fighters is theirs, and not of the land where it fights."""
    text = (
        "Isis fighters held a town in Peru. Officials in Peru said the terrorist group had placed a bounty on two men."
    )
    assert told(at(read(text), "group")).country == "IMG"


def test_the_foreign_ministry_is_that_of_the_minister_just_named(read: Read) -> None:
    """A minister abroad has his own land's ministry speak for him."""
    text = "Danish Foreign Minister Marta Velde will visit Kenya this week for talks, the foreign ministry said."
    assert told(at(read(text), "ministry")).country == "DNK"


def test_leaders_lead_what_the_members_beside_them_are_of(read: Read) -> None:
    """The first of two joined nouns tells the body of both."""
    found = told(at(read("Union members and leaders spoke in Denmark."), "leaders"))
    assert found.sectors[:1] == ("LAB",)


def test_the_parent_of_a_firm_is_no_mother(read: Read) -> None:
    """After a firm the parent is the firm's owner."""
    text = "Roe Mines Ltd said its board approved the plan. The parent will sell its shares."
    assert told(at(read(text), "parent")).sectors == ("BUS",)


def test_whom_a_firms_board_elects_president_heads_the_firm(read: Read) -> None:
    """Who joins a firm as its vice president holds no public office."""
    text = "Roe Mines Ltd said on Monday it was well. Tucker joined Roe Mines Ltd in 1981 as vice president."
    assert told(at(read(text), "president")).sectors == ("BUS",)
