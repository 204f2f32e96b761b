"""JSON Feed."""

from __future__ import annotations

import json

from tests.readers.samples import LEAD, MORE, TITLE, coded, items, json_feed, reason, stories

from dateline.model import Rejected


def test_items_are_read_and_those_with_only_a_summary_are_partial() -> None:
    whole, short = stories(json.dumps(json_feed()).encode(), "feed.json")
    assert (whole.id, coded(whole), whole.text_is_partial) == ("j1", [TITLE, LEAD, MORE], False)
    assert (short.id, short.text_is_partial, short.publisher) == ("j2", True, "Example News")


def test_a_broken_item_is_rejected_and_the_others_are_read() -> None:
    feed = json_feed()
    feed["items"] = [3, {"id": "a"}, {"id": "b", "content_text": "Envoys met."}]
    found = items(json.dumps(feed).encode(), "feed.json")
    assert [item.reason if isinstance(item, Rejected) else item.id for item in found] == [
        "an item that is no object",
        "the item holds no text",
        "b",
    ]


def test_a_feed_without_items_is_rejected() -> None:
    assert "no items" in reason(json.dumps({**json_feed(), "items": None}).encode(), "feed.json")


def test_a_feed_or_a_wrapped_list_on_one_line_without_a_name_is_read() -> None:
    assert [s.id for s in stories(json.dumps(json_feed()).encode(), "input")] == ["j1", "j2"]
    wrapped = {"status": "ok", "articles": [{"id": "a", "text": "Envoys met."}, {"id": "b", "text": "They left."}]}
    assert [s.id for s in stories(json.dumps(wrapped).encode(), "input")] == ["a", "b"]
    assert [s.id for s in stories(json.dumps(wrapped, indent=1).encode(), "a.json")] == ["a", "b"]
