"""Who does the deed of a frame."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Matched

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Israeli army bulldozers razed homes of Chileans.", "razed", "army"),
        ("Norway described the Chadian attack on Togo.", "attack", "Chadian"),
        ("Norway launched an attack on Togo.", "attack", "Norway"),
        ("Chadian helicopters dropped rice in Togo.", "dropped", "helicopters"),
    ],
)
def test_a_deed_is_done_by_who_stands_behind_it_and_not_by_who_tells_of_it(
    matched: Matched, text: str, word: str, doer: str
) -> None:
    found = matched(text, word)
    assert found is not None
    assert found.actors == [doer]
