"""The place of a story's dateline, which stands outside the parsed text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.model import Place, Story, Toponym
from dateline.resolve.toponyms import home_country, look_up

if TYPE_CHECKING:
    from dateline.knowledge.gazetteer import Gazetteer

# A country that the story names this often or more weighs as much as a place of a thousandfold population.
MOST_NAMED = 3


def home_place(
    story: Story, gazetteer: Gazetteer, toponyms: Sequence[Toponym], *, country: str | None = None
) -> Place | None:
    """Return the place of the dateline.

    The text's own reading of the same name decides; else a unit behind the name ("PARIS, Texas"); else how big the
    place is and how often the story names its country.

    Args:
        story: A story; without a dateline it has none.
        gazetteer: Where places are looked up.
        toponyms: The places of the text.
        country: The dateline's country, where `home_country` has been asked already.
    """
    fact = story.dateline
    if fact is None or not fact.place:
        return None
    name = fact.place.split(",")[0]
    read = next((t.place for t in toponyms if t.place and t.place.name.casefold() == name.casefold()), None)
    if read is not None:
        return read
    written = fact.span.of(story.text) if fact.span else fact.place
    unit = (country or home_country(story, gazetteer)) if "," in written else None
    named = Counter(t.place.country for t in toponyms if t.place)

    def weight(place: Place) -> tuple[bool, float]:
        size = math.log10(1 + place.population)
        return place.country == unit, size + min(named[place.country], MOST_NAMED)

    return max(look_up(name, gazetteer), key=weight, default=None)
