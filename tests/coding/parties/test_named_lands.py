"""How often a story names each land, and whose land a sentence leaves unnamed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.coding.parties.named_lands import NamedLands
from dateline.model import CodedStory

Code = Callable[..., CodedStory]
REPORT = "Peru closed its border. Peru sent troops to Chile. A guard was hurt. Norway watched. The EU waited."


@pytest.mark.parametrize(
    ("land", "sentence", "beside"),
    [
        ("CHL", 2, True),
        ("PER", 2, False),
        ("CHL", 1, False),
        ("NOR", 3, False),
        ("NOR", 4, True),
        ("EUR", 2, False),
    ],
)
def test_a_land_is_beside_where_another_is_named_more(code: Code, land: str, sentence: int, beside: bool) -> None:
    """The land named most never is, nor one that the sentence names, nor a body of states."""
    resolved = code(REPORT).resolved
    assert resolved is not None
    assert NamedLands(resolved).is_beside(land, sentence) is beside
