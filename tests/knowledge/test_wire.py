"""The tables of wire conventions: each entry's example counts and its near miss does not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.knowledge.codebook import data_folder, read_entries
from dateline.knowledge.wire import WireStyle, agency_key
from dateline.model import LexiconError, StoryStatus

FOLDER: Path = data_folder() / "readers"


def _entries(name: str, key: str) -> list[Any]:
    return [
        pytest.param(entry, id=str(entry.get("id", entry["example"]))) for entry in read_entries(FOLDER / name, key)
    ]


@pytest.mark.parametrize("entry", _entries("furniture.toml", "line"))
def test_a_kind_of_furniture_matches_its_example_and_not_its_near_miss(entry: dict[str, Any]) -> None:
    pattern = re.compile(entry["pattern"], 0 if entry.get("case") else re.IGNORECASE)
    assert pattern.match(entry["example"])
    # Some near misses are kept apart by their place in the story, not by their words.
    assert entry.get("near_miss_free") or not pattern.match(entry["near_miss"])


@pytest.mark.parametrize("entry", _entries("agencies.toml", "agency"))
def test_an_agency_is_known_by_each_of_its_marks(entry: dict[str, Any]) -> None:
    assert all(WireStyle.load().agency(mark) for mark in entry["marks"])


def test_a_short_mark_keeps_its_case_and_a_long_one_does_not() -> None:
    """AA is Anadolu, aa is not; XINHUA is Xinhua."""
    style = WireStyle.load()
    assert style.agency("AA") == "Anadolu"
    assert style.agency("aa") is None
    assert style.agency("XINHUA") == "Xinhua"
    assert agency_key("(x) ".strip("() ")) == "x"


def test_every_month_has_its_number_by_name_and_abbreviation() -> None:
    months = WireStyle.load().months
    assert {months[date(2019, n, 1).strftime("%B").casefold()] for n in range(1, 13)} == set(range(1, 13))
    assert months["sept"] == 9


def test_the_longest_headline_tag_comes_first_and_kills_withdraw() -> None:
    tags = WireStyle.load().tags
    assert [len(tag.words) for tag in tags] == sorted((len(tag.words) for tag in tags), reverse=True)
    assert {tag.words: tag.status for tag in tags}["STORY WITHDRAWN"] is StoryStatus.WITHDRAWN


def test_a_table_without_its_entries_is_refused_by_name(tmp_path: Path) -> None:
    broken = tmp_path / "agencies.toml"
    broken.write_text("origin = 'own'\n")
    with pytest.raises(LexiconError, match=r"agencies\.toml"):
        read_entries(broken, "agency")
