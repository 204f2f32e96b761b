"""How much work one story may ask for; counted in tokens and never by the clock, so that runs stay byte-identical."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import ParsedStory

# Sum over sentences of tokens squared: 20,000 characters without a full stop have 1 to 2 million.
STORY_WORK = 10_000_000


def too_much_work(parsed: ParsedStory, *, limit: int = STORY_WORK) -> str | None:
    """Return why a story is not coded, or None when it asks for no more work than the limit.

    Args:
        parsed: The story.
        limit: Most work, as the sum over its sentences of tokens squared.
    """
    work = sum((s.last - s.first) ** 2 for s in parsed.sentences)
    if work <= limit:
        return None
    longest = max(s.last - s.first for s in parsed.sentences)
    return f"sentences too long to code: work {work} (tokens squared), limit {limit}; the longest has {longest} tokens"
