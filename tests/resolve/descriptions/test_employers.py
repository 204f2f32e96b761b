"""Whose somebody is by a name before the noun."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_an_analyst_is_of_the_firm_before_his_trade(read: Read) -> None:
    """A name that nobody knows right before a trade of the market is a firm's."""
    found = told(at(read("NEW YORK - Drexel Holm analyst Bo Lind said shares fell.", "1987-03-02"), "Lind"))
    assert found.sectors == ("BUS",)


def test_a_body_behind_its_faith_is_the_body(read: Read) -> None:
    """ "Shiite Hezbollah fighters" are Hezbollah's men, not clerics."""
    assert told(at(read("Shiite Hezbollah fighters entered Beirut."), "fighters")).sectors[:1] == ("REB",)


@pytest.mark.parametrize(("name", "sectors"), [("Tarn Corp", ("BUS",)), ("Tarn", ())])
def test_the_form_of_a_name_makes_a_firm(read: Read, name: str, sectors: tuple[str, ...]) -> None:
    """The chairman of a corporation is of business, that of a name without a form of nothing known."""
    assert told(at(read(f"In Norway, {name} chairman Bo Lind spoke."), "Lind")).sectors == sectors
