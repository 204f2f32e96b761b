"""The places that a name may mean, with or without the direction or the kind of unit in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.knowledge.gazetteer import Gazetteer
    from dateline.model import Place

DIRECTIONS = re.compile(
    r"^(?:the\s+)?(?:(?:north|south|east|west|central|upper|lower|greater|downtown)(?:ern)?[\s-]+)+", re.IGNORECASE
)
UNITS = re.compile(r"\s+(?:city|province|state|region|district|county)$", re.IGNORECASE)


def look_up(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places of a name, or of the name without its direction or kind of unit, the most likely first.

    Args:
        text: The name as written.
        gazetteer: Where it is looked up.
    """
    for form in (text, DIRECTIONS.sub("", text), UNITS.sub("", text), f"{text} City"):
        found = gazetteer.lookup(form) if form else ()
        if found:
            return found
    return ()
