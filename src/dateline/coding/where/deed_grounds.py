"""Which deeds tell of the ground they are done on, by their type."""

from __future__ import annotations

from dateline.model import EventType

# Deeds that a report's first sentence tells of its own place.
ON_THE_SPOT = frozenset({EventType.ASSAULT, EventType.PROTEST})
# Deeds between people of one country that happen, unless the report says otherwise, in it.
AT_HOME = frozenset(
    {
        EventType.ASSAULT,
        EventType.PROTEST,
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.SANCTION,
        EventType.RETREAT,
        EventType.THREATEN,
    }
)
# Deeds that are done to whoever or whatever is there: what they hit tells where they happen.
ON_GROUND = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
# Deeds that strike, hold or fill a place: their object is where they are.
STRIKING = ON_GROUND | {EventType.PROTEST}
