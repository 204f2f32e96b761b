"""Tags before a headline: update numbers, corrections, kills."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.knowledge.wire import HeadlineTag, WireStyle
from dateline.model import StoryStatus

_LEAD_NUMBER = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th) (?:ld|lead)(?:-writethru)?\b", re.IGNORECASE)
# Most severe last: a tag never makes a withdrawn story usable again.
_SEVERITY = (
    StoryStatus.USABLE,
    StoryStatus.REFILED,
    StoryStatus.CORRECTED,
    StoryStatus.EMBARGOED,
    StoryStatus.WITHDRAWN,
)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A headline's tags: where its own words begin, the update's number, and the story's status."""

    start: int
    update_no: int | None = None
    status: StoryStatus = StoryStatus.USABLE


def most_severe(*found: StoryStatus) -> StoryStatus:
    """Return the status that counts where a report carries several."""
    return max(found, key=_SEVERITY.index)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(tag.words) for tag in WireStyle.load().tags)
    # A dash or colon must follow, without which "KILL" is a word of the headline.
    return re.compile(rf"\s*(?P<tag>{words})(?:\s(?P<number>\d{{1,2}}))?(?:\s?-{{1,2}}\s?|\s?[–—:|]\s*|\s*$)")


def read_tags(headline: str) -> Tagged:
    """Read the tags at a headline's start.

    Example:
        >>> read_tags("CORRECTED-UPDATE 2-Envoys agree to meet")
        Tagged(start=19, update_no=2, status=<StoryStatus.CORRECTED: 'corrected'>)
    """
    by_words = {tag.words: tag for tag in WireStyle.load().tags}
    found = Tagged(0)
    while match := _pattern().match(headline, found.start):
        found = _add(found, match, by_words[match["tag"]])
        if match.end() == match.start():
            break
    lead = _LEAD_NUMBER.search(headline)
    if lead and found.update_no is None:
        found = Tagged(found.start, int(lead[1]), found.status)
    return found


def _add(found: Tagged, match: re.Match[str], tag: HeadlineTag) -> Tagged:
    number = int(match["number"]) if match["number"] and tag.numbered else None
    status = tag.status or StoryStatus.USABLE
    return Tagged(
        match.end(),
        number if number is not None else found.update_no,
        most_severe(found.status, status),
    )
