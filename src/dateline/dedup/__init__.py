"""Stories that repeat one another, grouped."""

from dateline.dedup.groups import DupFact, StoryGroups, group_stories

__all__ = ["DupFact", "StoryGroups", "group_stories"]
