"""Words that name a land by the way say nothing of whom a story is about."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_money_tells_of_no_land(placed: Read) -> None:
    """Turnover in another land's dollars makes nobody of that land."""
    text = (
        "Share prices in Colombo fell. Turnover was 80 million rupees (9 million US dollars), against 7 million "
        "US dollars a week ago and 6 million US dollars before. Dealers said it was a slow day."
    )
    assert told(at(placed(text), "Dealers")).country == "LKA"


def test_a_land_beside_other_words_tells(placed: Read) -> None:
    """What is no money stays a land of the story."""
    assert told(at(placed("The US economy grew. Dealers said it was a slow day."), "Dealers")).country == "USA"


def test_an_organ_of_a_shared_name_tells_of_no_other_land(placed: Read) -> None:
    """In India Congress is a party of India's, and makes nobody American."""
    text = "NEW DELHI, May 3 - The Congress left the coalition in India. The government fell and police were calm."
    resolved = placed(text)
    assert (told(at(resolved, "Congress")).country, told(at(resolved, "Congress")).sectors) == ("IND", ("PTY",))
    assert told(at(resolved, "police")).country == "IND"
