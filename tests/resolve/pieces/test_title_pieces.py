"""Titles before names, and words that only look like titles."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Cut

pytestmark = pytest.mark.model


def test_a_title_inside_a_name_is_found(cut: Cut) -> None:
    """What the parser takes for one name is a state, a title and a person."""
    pieces = cut("The vote was won by Michigan Gov. Ivan Roe.")
    assert pieces["Gov."].title is not None
    assert pieces["Ivan Roe"].person


def test_a_rank_that_opens_a_bodys_name_is_no_title(cut: Cut) -> None:
    """ "General" is a rank before a person's name only."""
    assert not any(p.title for p in cut("The General Accounting Office issued a report.").values())
