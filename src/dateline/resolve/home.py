"""The place of a story's dateline, which stands outside the parsed text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.model import Place, Story, Toponym
from dateline.resolve.toponyms import dateline_unit, is_old_name, look_up

if TYPE_CHECKING:
    from dateline.knowledge.gazetteer import Gazetteer

# The country that the story names most weighs as much as a place of a thousandfold population, others by their share.
MOST_NAMED = 3.0
# Of two of a name, a capital is the one that a dateline gives without its state ("SAN JOSE").
CAPITAL = 1.0


def home_place(story: Story, gazetteer: Gazetteer, toponyms: Sequence[Toponym]) -> Place | None:
    """Return the place of the dateline.

    The text's own reading of the same name decides; else a unit behind the name ("PARIS, Texas"); else how big the
    place is and how often the story names its country. A place that nobody knows lies in the unit behind it ("NAQOURA,
    Lebanon").

    Args:
        story: A story; without a dateline it has none.
        gazetteer: Where places are looked up.
        toponyms: The places of the text.
    """
    fact = story.dateline
    if fact is None or not fact.place:
        return None
    name = fact.place.split(",")[0]
    read = next((t.place for t in toponyms if t.place and t.place.name.casefold() == name.casefold()), None)
    if read is not None:
        return read
    unit = dateline_unit(story, gazetteer)
    named = Counter(t.place.country for t in toponyms if t.place)
    most = max(named.values(), default=1)

    def weight(place: Place) -> tuple[bool, bool, float]:
        size = math.log10(1 + place.population)
        capital = CAPITAL * (place.feature_code == "PPLC")
        inside = unit is not None and place.country == unit.country
        return (
            inside,
            inside and unit is not None and place.admin1 == unit.admin1,
            size + capital + MOST_NAMED * named[place.country] / most,
        )

    places = look_up(name, gazetteer)
    best = max((p for p in places if not is_old_name(p, name, places)), key=weight, default=None)
    return unit if unit is not None and (best is None or best.country != unit.country) else best
