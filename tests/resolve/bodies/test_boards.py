"""Which boards and departments are a state's."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told


@pytest.mark.parametrize("board", ["provincial water department", "commission of inquiry", "Kenyan grain board"])
def test_a_board_of_a_level_land_or_inquiry_is_the_states(read: Read, board: str) -> None:
    """What stands with it tells that a state has set it up."""
    head = next(w for w in board.split() if w in {"department", "commission", "board"})
    assert told(at(read(f"Officials in Kenya said the {board} had erred."), head)).sectors == ("GOV",)


def test_a_board_of_wood_is_nobody(read: Read) -> None:
    """Near miss: nothing tells whose it is."""
    assert at(read("A board fell from a wall in Kenya."), "board") is None
