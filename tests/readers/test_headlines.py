"""Tags before a headline say what the story is and are no part of what it says."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.knowledge.codebook import data_folder, read_entries
from dateline.model import StoryStatus
from dateline.readers.headlines import read_tags

TAGS = read_entries(data_folder() / "readers" / "headline_tags.toml", "tag")


@pytest.mark.parametrize("entry", [pytest.param(e, id=e["words"][0]) for e in TAGS])
def test_a_tag_is_cut_from_its_example_and_its_near_miss_stays_whole(entry: dict[str, Any]) -> None:
    assert entry["example"][read_tags(entry["example"]).start :] == "Envoys agree to meet"
    assert read_tags(entry["near_miss"]).start == 0


@pytest.mark.parametrize(
    ("headline", "number", "status", "rest"),
    [
        ("UPDATE 3-Envoys meet", 3, StoryStatus.USABLE, "Envoys meet"),
        ("CORRECTED-UPDATE 2-Envoys meet", 2, StoryStatus.CORRECTED, "Envoys meet"),
        ("REFILE-WRAPUP 1-Envoys meet", 1, StoryStatus.REFILED, "Envoys meet"),
        ("STORY WITHDRAWN-CORRECTED-Envoys meet", None, StoryStatus.WITHDRAWN, "Envoys meet"),
        ("URGENT: Envoys meet", None, StoryStatus.USABLE, "Envoys meet"),
        ("Envoys meet, 2nd Ld-Writethru", 2, StoryStatus.USABLE, "Envoys meet, 2nd Ld-Writethru"),
        ("KILL KILL KILL", None, StoryStatus.WITHDRAWN, ""),
        ("Update on talks expected", None, StoryStatus.USABLE, "Update on talks expected"),
        ("POLL - most voters back envoys", None, StoryStatus.USABLE, "most voters back envoys"),
    ],
)
def test_tags_in_a_row_are_all_read(headline: str, number: int | None, status: StoryStatus, rest: str) -> None:
    tagged = read_tags(headline)
    assert (tagged.update_no, tagged.status, headline[tagged.start :]) == (number, status, rest)
