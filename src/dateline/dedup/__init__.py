"""Copies and versions of one report, grouped."""

from dateline.dedup.groups import group_stories

__all__ = ["group_stories"]
