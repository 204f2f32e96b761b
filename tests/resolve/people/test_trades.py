"""Whoever is told to do something for a living is of that trade."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Lisa Varnhem, who teaches history in Oslo, said the plan was bad.", "EDU"),
        ("Lisa Varnhem, who owns three hotels, said the plan was bad.", "BUS"),
        ("Lisa Varnhem is running for Congress in Ohio.", "PTY"),
        ("Lisa Varnhem, who works as a nurse, said the plan was bad.", "MED"),
        ("Police arrested a farmer named Lisa Varnhem on Monday.", "AGR"),
    ],
)
def test_what_somebody_does_tells_his_trade(read: Read, text: str, sector: str) -> None:
    """Verbs of teaching, owning, running for office and working for somebody tell the sector."""
    assert told(at(read(text), "Varnhem")).sectors[:1] == (sector,)


def test_who_only_met_teachers_is_none(read: Read) -> None:
    """Near miss: a deed that is no trade leaves a civilian."""
    assert told(at(read("Lisa Varnhem, who met three teachers, said the plan was bad."), "Varnhem")).sectors == ("CVL",)
