"""What a verb's arguments are."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Slots

pytestmark = pytest.mark.model


def test_a_term_given_is_what_is_given_and_whoever_gets_it_no_object(slots: Slots) -> None:
    found = slots("Norway gave the rulers three days to go.", "gave")
    assert (found["iobj"], found["obj"]) == (["rulers"], ["days"])


def test_whoever_is_telephoned_is_offered_help(slots: Slots) -> None:
    assert slots("He telephoned the premier to offer help.", "offer")["to"] == ["premier"]


def test_a_count_that_shares_the_passive_counts_whoever_suffers(slots: Slots) -> None:
    assert slots("Two soldiers were hurt and forty arrested.", "arrested") == {"obj": ["soldiers"]}
