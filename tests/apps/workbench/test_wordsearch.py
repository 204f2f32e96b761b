"""The index of words finds what a search through the text would find."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.apps.workbench.base import Base
from dateline.apps.workbench.wordsearch import MOST_WORDS, asks
from dateline.store import Run

COLUMNS = ("text", "actor", "recipient", "place")
ASKED = (
    "Norway", "orw", "a", "on", "pact on fish", "act on fi", "Bolivian envoys", "Peru two", "norway bergen", "<script",
    "Ürü", "envoys on monday 🐟", "n p",
)  # fmt: skip


@pytest.mark.parametrize("words", ASKED)
def test_it_finds_the_events_in_which_the_words_stand(run_folder: Path, words: str) -> None:
    run = Run.open(run_folder)
    wanted = words.lower()
    expected = {
        row["event_id"]
        for row in run.rows("events")
        if any(wanted in " ".join((row[column] or "").lower().split()) for column in COLUMNS)
    }
    base = Base.open(run)
    sql, values = asks(words)
    assert {row["event_id"] for row in base.rows(f"SELECT event_id FROM events WHERE {sql}", values)} == expected


def test_more_words_than_a_phrase_has_are_refused() -> None:
    with pytest.raises(ValueError, match=str(MOST_WORDS)):
        asks("so " * (MOST_WORDS + 1))
