"""Nouns that only say what somebody is are of his land."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("JAKARTA, March 3 - Imports will fall, the report said. China is the main supplier.", "supplier"),
        ("JAKARTA, March 3 - Imports will fall, the report said. It named China as the culprit.", "culprit"),
    ],
)
def test_what_a_land_is_said_to_be_is_of_that_land(read: Read, text: str, noun: str) -> None:
    """The noun behind "is" or "as" is whom it describes, not somebody of the dateline's land."""
    assert told(at(read(text), noun)).country == "CHN"


def test_a_supplier_of_whom_nothing_is_said_is_the_storys(read: Read) -> None:
    """Near miss: without "is" or "as" he belongs where the report plays."""
    assert told(at(read("JAKARTA, March 3 - The main supplier raised its prices."), "supplier")).country == "IDN"
