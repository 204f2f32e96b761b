"""What a coder gave becomes data frames with the columns of a run."""

from __future__ import annotations

import pytest

import dateline
from dateline.model import CodedStory, Rejected, UsageError
from dateline.store import TABLES


def test_one_story_or_many_become_a_table(coded: CodedStory) -> None:
    assert dateline.to_arrow(coded).num_rows == 1
    assert dateline.to_pandas([coded, coded], "event_actors").shape == (6, len(TABLES["event_actors"].columns))
    assert dateline.to_polars(iter([coded]), "statements")["speaker"].to_list() == ["Kari Li"]


def test_rejected_inputs_go_to_their_own_table(coded: CodedStory) -> None:
    items: list[CodedStory | Rejected] = [coded, Rejected(origin="x", reason="empty")]
    assert dateline.to_arrow(items, "rejected").column("reason").to_pylist() == ["empty"]
    assert dateline.to_arrow(items, "events").num_rows == 1


def test_an_unknown_table_is_a_usage_error(coded: CodedStory) -> None:
    with pytest.raises(UsageError):
        dateline.to_arrow(coded, "nothing")
