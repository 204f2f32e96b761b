"""The lexicon of relations, read once, and words that several readers of relations share."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.ties import TieLexicon

COPULAS = frozenset({"be", "remain", "become", "stay"})
NAMES = frozenset({"NOUN", "PROPN"})


@cache
def lexicon() -> TieLexicon:
    """Return the shipped patterns of relations, read once a process."""
    return TieLexicon.load()
