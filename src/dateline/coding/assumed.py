"""Whether a party's country is only assumed: no word gives it, and the story's own country was taken."""

from __future__ import annotations

from dateline.model import Resolution

ASSUMED = "actor of the story's country"


def is_assumed(resolution: Resolution) -> bool:
    """Say whether no word gives the country of a party.

    Example:
        >>> is_assumed(Resolution(name="rebels", country="PER", rule="noun; actor of the story's country"))
        True
    """
    return ASSUMED in resolution.rule
