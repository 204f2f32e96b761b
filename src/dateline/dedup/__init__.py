"""Stories that repeat one another, grouped; mentions of one event, joined."""

from dateline.dedup.groups import DupFact, StoryGroups, group_stories
from dateline.dedup.incidents import IncidentLinker, Link, link_rows
from dateline.dedup.summary import IncidentRows
from dateline.dedup.withdrawals import Withdrawals

__all__ = [
    "DupFact",
    "IncidentLinker",
    "IncidentRows",
    "Link",
    "StoryGroups",
    "Withdrawals",
    "group_stories",
    "link_rows",
]
