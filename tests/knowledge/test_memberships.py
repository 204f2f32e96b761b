"""Which states belong to bodies that reports name."""

from __future__ import annotations

from dateline.knowledge.codebook import data_folder, read_entries
from dateline.knowledge.memberships import members_of


def test_a_body_is_known_by_each_of_its_names_in_any_case() -> None:
    """Reports write "OPEC" and its whole name."""
    assert "ECU" in members_of("opec")
    assert members_of("OPEC") == members_of("Organization of the Petroleum Exporting Countries")


def test_a_body_that_nobody_lists_has_no_members() -> None:
    """Nothing is guessed."""
    assert members_of("Union of Chess Clubs") == frozenset()


def test_codes_have_three_letters_and_no_name_stands_for_two_bodies() -> None:
    """A slip in the table shows at once."""
    bodies = read_entries(data_folder() / "ties" / "members.toml", "body")
    names = [name.casefold() for body in bodies for name in body["names"]]
    assert len(names) == len(set(names))
    codes = {code for body in bodies for code in body["members"]}
    assert all(len(code) == 3 and code.isupper() for code in codes)
