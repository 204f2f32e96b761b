"""Whose a description is that names no country."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told


@pytest.mark.parametrize(
    ("text", "head", "country"),
    [
        ("Peru raised its fuel tax on Monday. The finance minister gave no reason.", "minister", "PER"),
        ("Peru fears that foreign fighters may enter from the north.", "fighters", "IMG"),
        ("Coalition troops entered a village in Peru.", "troops", "IMG"),
    ],
)
def test_an_office_is_the_storys_and_bands_are_nobodys(read: Read, text: str, head: str, country: str) -> None:
    """An office belongs to the land told of; those who come from abroad to none."""
    assert told(at(read(text), head)).country == country
