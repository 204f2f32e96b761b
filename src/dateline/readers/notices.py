"""Kill and hold notices in running text, and the numbers by which wires name their reports."""

from __future__ import annotations

from dataclasses import replace

from dateline.knowledge.notices import NoticeStyle
from dateline.model import SegmentKind, Story, StoryStatus

# A notice says so at once; a report about a withdrawn report says it further down.
_PARAGRAPHS = 3
_PARAGRAPH_CHARS = 600
_LINES = 4
_LINE_CHARS = 80


def read_notice(story: Story) -> Story:
    """Return a story with its own number, and as withdrawn with its target where it is a notice.

    Args:
        story: A story whose head has been read.

    Returns:
        The story; a notice has status `withdrawn`, and `supersedes` holds the number, headline or slug that it names.
    """
    style = NoticeStyle.load()
    story = replace(story, item_no=story.item_no or _number(story, style))
    opening = _opening(story)
    kind = next((found for words in opening if (found := style.notice(words))), None)
    if kind is None and story.status is not StoryStatus.WITHDRAWN:
        return story
    target = next((found for words in opening if (found := style.target(words))), None)
    note = (f"a notice of withdrawal ({kind})",) if kind else ()
    return replace(
        story,
        status=StoryStatus.WITHDRAWN,
        supersedes=story.supersedes or target,
        notes=(*story.notes, *note),
    )


def _opening(story: Story) -> list[str]:
    """Return the headline, what stands above the text, and the first paragraphs, each on one line."""
    found = [story.headline] if story.headline else []
    paragraphs = 0
    for segment in story.segments:
        if segment.kind is SegmentKind.PARAGRAPH:
            paragraphs += 1
        if paragraphs > _PARAGRAPHS:
            break
        words = story.text[segment.start : min(segment.end, segment.start + _PARAGRAPH_CHARS)]
        found.append(" ".join(words.split()))
    return found


def _number(story: Story, style: NoticeStyle) -> str | None:
    lines = [line.strip() for line in story.text[: _LINES * _LINE_CHARS].split("\n")[:_LINES]]
    return next((found for line in lines if len(line) < _LINE_CHARS and (found := style.number(line))), None)
