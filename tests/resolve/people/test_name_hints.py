"""What stands around a name tells who its bearer is."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Marta Lindqvist, a Norwegian nurse, spoke.", "NOR", "MED"),
        ("Marta Lindqvist, a Dane, spoke.", "DNK", "CVL"),
        ("Marta Lindqvist, who runs the Norwegian army, spoke.", "NOR", "MIL"),
    ],
)
def test_an_apposition_or_a_body_headed_tells_who_somebody_is(read: Read, text: str, country: str, sector: str) -> None:
    """A trade or land beside a name, and what its bearer runs, are the bearer's."""
    found = told(at(read(text), "Lindqvist"))
    assert (found.country, found.sectors) == (country, (sector,))


def test_a_body_that_somebody_fears_tells_nothing(read: Read) -> None:
    """Near miss: only the body that somebody heads says what he is."""
    found = told(at(read("Marta Lindqvist, who fears the Norwegian army, spoke."), "Lindqvist"))
    assert found.sectors != ("MIL",)
