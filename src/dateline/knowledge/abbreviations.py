"""Titles written short before a name, which the parser must not take for the end of a sentence."""

from __future__ import annotations

from functools import lru_cache

from dateline.knowledge.codebook import data_folder, read_toml


@lru_cache(maxsize=1)
def short_titles() -> tuple[str, ...]:
    """Return the short titles with their stops.

    Example:
        >>> "Brig." in short_titles()
        True
    """
    return tuple(f"{title}." for title in read_toml(data_folder() / "abbreviations.toml")["titles"])
