"""Whether a name means a state or province, or the town that bears its name too: "London, Ky.", "Washington"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import ParsedStory, Place
    from dateline.resolve.places.place_names import PlaceName

# Names that mean a capital or metropolis before the bigger unit of the same name.
CAPITALS_FIRST = frozenset({"washington", "new york", "mexico", "panama", "guatemala", "luxembourg", "djibouti"})
# Fewer letters than this before a full stop are a unit's short form: "Calif."
SHORT = 6
# A unit has so many times the people of a town that does not come first.
BIGGER = 4


def is_unit(parsed: ParsedStory, name: PlaceName, unit: Place) -> bool:
    """Say whether a name means a state or province: no big town bears it, or it stands after a town ("London, Ky.").

    Args:
        parsed: The story.
        name: The name.
        unit: The state or province that bears it.
    """
    before = parsed.tokens[name.first - 1].text if name.first else ""
    after = parsed.tokens[name.last].text if name.last < len(parsed.tokens) else ""
    if "." in name.text or (after == "." and len(name.text) < SHORT):
        return before == "," or name.text.count(".") > 1
    if name.text.casefold() in CAPITALS_FIRST:
        return after.casefold() == "state"
    largest = max((p.population for p in name.places if p.feature_class == "P"), default=0)
    return largest < unit.population / BIGGER
