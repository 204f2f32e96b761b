"""Agent nouns, the longest first, and none where a noun is part of a name or a figure."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Cut

pytestmark = pytest.mark.model


def test_the_longest_noun_is_taken(cut: Cut) -> None:
    """Words that are one noun together are one piece."""
    assert cut("The prime minister resigned.")["prime minister"].noun is not None


def test_what_a_comma_parts_is_no_noun(cut: Cut) -> None:
    """ "By the military, officials said" names no military officials."""
    assert cut("They were held by the military, officials said.").keys() >= {"military", "officials"}


def test_a_given_name_is_no_noun(cut: Cut) -> None:
    """A clergyman's or a believer's word that opens a name is part of it."""
    assert cut("Christian Roe resigned on Monday.")["Christian Roe"].noun is None
