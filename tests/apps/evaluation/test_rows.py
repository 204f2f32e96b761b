"""Rows that hold only a story's id find its text, and say so when they cannot."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dateline.apps.evaluation.rows import with_texts
from dateline.model import UsageError

STORY = {"id": "a", "published": "2021-05-03", "text": "Norway met Chile.", "source": "written here"}


def test_a_row_without_text_takes_it_from_the_story_of_its_id(tmp_path: Path) -> None:
    """Packed stories in a folder serve as well as a plain file, and labels of the row stay."""
    (tmp_path / "stories.jsonl.gz").write_bytes(gzip.compress(json.dumps(STORY).encode()))
    rows = with_texts([{"id": "a", "events": []}], [tmp_path])
    assert rows == [{"published": "2021-05-03", "text": "Norway met Chile.", "id": "a", "events": []}]


def test_a_row_with_text_keeps_it() -> None:
    """No file of stories is needed where every row brings its text."""
    assert with_texts([{"id": "a", "text": "Own words."}], []) == [{"id": "a", "text": "Own words."}]


def test_a_story_that_is_nowhere_is_named(tmp_path: Path) -> None:
    """The error says how many texts are missing, which is the first, and what to do."""
    (tmp_path / "stories.jsonl").write_text(json.dumps(STORY) + "\n", "utf-8")
    with pytest.raises(UsageError, match=r"1 stories.*first: b.*--stories"):
        with_texts([{"id": "b"}], [tmp_path / "stories.jsonl"])
