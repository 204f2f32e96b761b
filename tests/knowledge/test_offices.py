"""Titles fall into classes of office by the rules of the table."""

from __future__ import annotations

import pytest

from dateline.knowledge.offices import classify, single_key


@pytest.mark.parametrize(
    ("title", "office", "sectors"),
    [
        ("Minister of Foreign Affairs", "foreign", "GOV"),
        ("Secretary-General of the United Nations", "other", "GOV"),
        ("General of the Army", "military_chief", "MIL"),
        ("Presidential candidate", "other", "PTY"),
        ("Deputy Minister of Defence", "minister", "GOV,MIL"),
    ],
)
def test_a_title_has_one_class(title: str, office: str, sectors: str) -> None:
    found = classify(title)
    assert found is not None
    assert found[:2] == (office, sectors)


def test_a_former_office_is_none() -> None:
    assert classify("Former President") is None


def test_a_foreign_minister_is_alone_in_office_and_an_ambassador_is_not() -> None:
    assert single_key("foreign", 84, "Minister of Foreign Affairs") == "foreign"
    assert single_key("ambassador", 30, "Ambassador to France") is None
