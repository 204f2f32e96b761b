"""The last look at events of one party."""

from __future__ import annotations

from dataclasses import replace

import pytest

import dateline
from dateline.coding.models.second_opinion import SETTINGS
from dateline.model import Sureness

pytestmark = pytest.mark.model
REAL = "ACCRA, May 4 (Reuters) - Ghana's president resigned on Monday."


def test_what_one_party_does_is_kept_where_the_sentence_tells_it() -> None:
    told = dateline.load().code(REAL, published="2020-05-04").events
    assert [e.type.value for e in told] == ["RETREAT"]
    assert told[0].opinions[-1].decider == "classifier"


def test_a_last_look_that_shows_no_event_drops_what_a_frame_alone_found() -> None:
    """Whatever a look says, the setting decides how sure it must be: at 1.01 none is, at 0 every one."""
    coder = dateline.load()
    never, always = (replace(SETTINGS[Sureness.BALANCED], alone=share) for share in (1.01, 0.0))
    for setting, kept in ((never, True), (always, False)):
        coder.coder._setting = setting
        assert bool(coder.code(REAL, published="2020-05-04").events) is kept


@pytest.mark.parametrize(
    ("told", "kind", "date"),
    [
        ("The neighbours fought a war from 1981 to 1983.", "ASSAULT", "1981"),
        ("Talks stalled after Peru tested a nuclear device in May 1998.", "MOBILIZE", "1998-05"),
    ],
)
def test_a_deed_told_with_a_year_gone_by_stands_though_no_word_shows_it_to_the_models(
    told: str, kind: str, date: str
) -> None:
    text = (
        "LIMA, May 4 (Reuters) - Peru and Ecuador signed an agreement on fishing on Monday. Ecuador welcomed the deal."
    )
    events = dateline.load().code(f"{text} {told} Brazil urged both to go on.", published="2020-05-04").events
    assert (kind, date) in {(e.type.value, e.date.value) for e in events}
