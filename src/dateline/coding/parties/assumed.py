"""Whether a party's country is only assumed: no word gives it, and the story's own country was taken."""

from __future__ import annotations

from dateline.model import ASSUMED, FROM_ABROAD, MANY_STATES, Resolution


def is_assumed(resolution: Resolution) -> bool:
    """Say whether no word gives the country of a party.

    Example:
        >>> is_assumed(Resolution(name="rebels", country="PER", rule="noun; actor of the story's country"))
        True
    """
    return ASSUMED in resolution.rule


def is_of_many(resolution: Resolution) -> bool:
    """Say whether a party is the office-holders of many states together, or of whichever states: donors, mediators.

    Example:
        >>> is_of_many(Resolution(name="Arab leaders", sectors=("GOV",), rule="office-holders of many states"))
        True
    """
    return resolution.rule.endswith((MANY_STATES, FROM_ABROAD))
