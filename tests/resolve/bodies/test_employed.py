"""Whom descriptions serve that do not say it."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

FIRM = "Roe Mines Ltd said on Monday it would cut jobs."


@pytest.mark.parametrize(
    ("text", "head", "sector"),
    [
        ("Police in Peru closed a road. Officers searched cars.", "Officers", "COP"),
        (f"{FIRM} The chairman gave no reason.", "chairman", "BUS"),
    ],
)
def test_people_serve_whom_the_story_told_of(read: Read, text: str, head: str, sector: str) -> None:
    """An officer is of the service named last, a chairman of the firm."""
    assert told(at(read(text), head)).sectors[:1] == (sector,)
