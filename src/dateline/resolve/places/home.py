"""The place and the country of a story's dateline, which stands outside the parsed text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.resolve.places.place_lookup import look_up

if TYPE_CHECKING:
    from dateline.knowledge.gazetteer import Gazetteer
    from dateline.model import Place, Story, Toponym

# The country that the story names most weighs as much as a place of a thousandfold population, others by their share.
MOST_NAMED = 3.0
# Of two of a name, a capital is the one that a dateline gives without its state ("SAN JOSE").
CAPITAL = 1.0
# A capital of so many people is meant by a dateline before a bigger town of its name.
CAPITAL_SIZE = 100_000
# Where the places of a dateline end: at its agency or its dash.
BEHIND_PLACE = re.compile(r"\s*\(|\s+[-–—_]")


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
    unit = _unit(story, gazetteer)
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
    best = max((p for p in places if not _is_old_name(p, name, places)), key=weight, default=None)
    return unit if unit is not None and (best is None or best.country != unit.country) else best


def home_country(story: Story, gazetteer: Gazetteer) -> str | None:
    """Return the country of the dateline's place: "SUNNYVALE, Calif." is in the United States.

    Args:
        story: A story; without a dateline it has none.
        gazetteer: Where places are looked up.
    """
    fact = story.dateline
    if fact is None or not fact.place:
        return None
    name = fact.place.split(",")[0]
    places = look_up(name, gazetteer)
    # Of several towns of one name a dateline without a state means the capital, unless that is its old name.
    capitals = (p for p in places if p.feature_code == "PPLC" and p.population >= CAPITAL_SIZE)
    present = (p for p in capitals if not _is_old_name(p, name, places))
    place = next(present, places[0] if places else None)
    unit = _unit(story, gazetteer)
    found = (unit.country if unit else "") or (place.country if place else "")
    return found or None


def _is_old_name(place: Place, name: str, places: Sequence[Place]) -> bool:
    """Say whether a place is called otherwise today and another city bears the name: Amman for "Philadelphia"."""
    own = name_key(name)
    other = any(name_key(p.name) == own and p.population >= CAPITAL_SIZE for p in places)
    return name_key(place.name) != own and other


def _unit(story: Story, gazetteer: Gazetteer) -> Place | None:
    """Return the state or province that a dateline writes behind its place: California of "SUNNYVALE, Calif."."""
    fact = story.dateline
    if fact is None or not fact.place:
        return None
    written = fact.span.of(story.text) if fact.span else fact.place
    for part in (part.strip() for part in BEHIND_PLACE.split(written)[0].split(",")[1:3]):
        units = [p for p in gazetteer.lookup(part) if p.feature_code in {"PCLI", "ADM1"}] if part else []
        if units:
            return units[0]
    return None
