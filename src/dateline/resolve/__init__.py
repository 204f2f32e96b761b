"""Mentions, place names and time expressions of a parsed story, resolved to actors, places and dates."""

from dateline.resolve.dictionary import DictionaryResolver
from dateline.resolve.resolver import Resolver

__all__ = ["DictionaryResolver", "Resolver"]
