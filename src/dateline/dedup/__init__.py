"""Stories that repeat one another, grouped."""

from dateline.dedup.groups import DupFact, StoryGroups, group_stories
from dateline.dedup.withdrawals import Withdrawals

__all__ = ["DupFact", "StoryGroups", "Withdrawals", "group_stories"]
