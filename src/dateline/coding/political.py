"""Whether a story is one of politics, and whether it is a report whose every sentence the trigger model reads."""

from __future__ import annotations

from dateline.coding.models.weighing import LONG

# So many events make a story one of politics; of a brief, so many and this share of its sentences.
POLITICAL, BRIEF, SHARE = 4, 2, 0.3
# So many events a sentence make a story one whose every sentence the trigger model reads, and so many sentences: one
# sentence alone is no report, and what is told in it its frame reads better.
READ, LEAST = 0.2, 3


def is_politics(events: int, sentences: int) -> bool:
    """Say whether so much is told that a story is one of politics: in four events, or in a third of a brief.

    Args:
        events: How many events the story tells.
        sentences: How many sentences it has.

    Example:
        >>> is_politics(4, 60), is_politics(2, 6), is_politics(2, 7)
        (True, True, False)
    """
    return events >= POLITICAL or events >= max(BRIEF, SHARE * sentences)


def is_read_whole(events: int, sentences: int) -> bool:
    """Say whether a story is a report of politics, whose every sentence the trigger model reads.

    Args:
        events: How many events the story tells.
        sentences: How many sentences it has.

    Example:
        >>> is_read_whole(2, 10), is_read_whole(1, 10), is_read_whole(1, 1)
        (True, False, False)
    """
    return LEAST <= sentences < LONG and events >= READ * sentences
