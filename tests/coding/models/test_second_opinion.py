"""The rule that joins frames and classifier, on whole stories."""

from __future__ import annotations

import pytest

import dateline

pytestmark = pytest.mark.model


def _told(text: str) -> set[tuple[str, str | None]]:
    """Return types of the events of a text with the countries of their first actors."""
    events = dateline.load().code(text, published="2019-10-03").events
    return {(e.type.value, e.actors[0].resolution.country if e.actors else None) for e in events}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("QUITO, Oct 3 - The Peruvian foreign minister, who visited Ecuador on Tuesday, is 61.", ("CONSULT", "PER")),
        (
            "LIMA, Oct 3 - The African Union, which suspended Niger after a coup on July 28, has 55 members.",
            ("SANCTION", "IGO"),
        ),
    ],
)
def test_a_relative_clause_with_a_day_tells_what_happened(text: str, told: tuple[str, str]) -> None:
    """ "Who visited Ecuador on Tuesday" is news, though it describes somebody."""
    assert told in _told(text)


def test_whoever_agrees_to_do_something_binds_himself() -> None:
    """A consent with its infinitive stands, even where the lexicon does not know what is agreed to."""
    told = _told("ACCRA, Oct 3 - The dockers ended their strike when Ghana's transport minister agreed to hear them.")
    assert ("AGREE", "GHA") in told
