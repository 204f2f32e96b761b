"""Whom a deed is aimed at."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Matched

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "recipients"),
    [
        ("Norway burned homes of Chileans.", "burned", ["Chileans"]),
        ("Norway endorsed its rival.", "endorsed", []),
        ("Norway condemned the raid on Chad.", "condemned", []),
    ],
)
def test_a_deed_hits_the_owners_of_things_and_neither_the_doers_own_nor_victims_of_others(
    matched: Matched, text: str, verb: str, recipients: list[str]
) -> None:
    found = matched(text, verb)
    assert found is not None
    assert found.recipients == recipients
