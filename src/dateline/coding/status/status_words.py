"""The words that say whether an event happened, as shipped."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.status import StatusWords

# With these somebody tells what he will do himself.
WILLING = frozenset({"will", "would", "shall", "'ll"})


@cache
def words() -> StatusWords:
    """Return the shipped words, read once a process."""
    return StatusWords.load()


def performed() -> frozenset[str]:
    """Return the verbs that do in words what they say: "thank", "congratulate", "condemn"."""
    return words().performed
