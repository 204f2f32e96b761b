"""Words and sectors that decide who takes part: every set is read, has both sentences and no doubled word."""

from __future__ import annotations

import pytest

from dateline.knowledge.parties import party_words
from dateline.model import LexiconError

SETS = sorted(party_words().sets)


@pytest.mark.parametrize("name", SETS)
def test_a_set_has_its_use_and_both_sentences(name: str) -> None:
    """A set says what it is for, and its near miss is another sentence than its example."""
    found = party_words().sets[name]
    assert found.use
    assert found.words
    assert len(set(found.words)) == len(found.words)
    assert found.example.text != found.near_miss.text


def test_a_set_that_is_not_there_is_named_in_the_error() -> None:
    """Asking for an unknown set says which there are."""
    with pytest.raises(LexiconError, match=r"has no set 'beggars'.*collectors"):
        party_words().set("beggars")
