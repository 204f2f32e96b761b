"""The last look at events of one party."""

from __future__ import annotations

from dataclasses import replace

import pytest

import dateline
from dateline.coding.second_opinion import SETTINGS
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
