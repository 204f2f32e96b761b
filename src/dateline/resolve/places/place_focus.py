"""What a story is about, by which places of one name are told apart: countries, units, and what lies near what."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.knowledge.domains import country_of_address
from dateline.resolve.places.place_units import is_unit

if TYPE_CHECKING:
    from dateline.model import ParsedStory, Place
    from dateline.resolve.places.place_names import PlaceName

# How much a country or unit counts that is named as such, or by its publisher or dateline; a place in it counts one.
NAMED = 2
# Names with more namesakes than this lie near everything.
MANY = 25


@dataclass(frozen=True, slots=True)
class Focus:
    """What a story is about.

    Attributes:
        countries: How much it tells of each country.
        units: How much it tells of each first-level unit, as (country, unit).
        around: Which names of the story may lie in each square of one degree.
    """

    countries: Counter[str]
    units: Counter[tuple[str, str]]
    around: dict[tuple[int, int], frozenset[str]]

    def beside(self, name: PlaceName, place: Place) -> int:
        """Count the other names of the story that may lie near a place: Enfield and Tottenham beside one Edmonton.

        Args:
            name: The name.
            place: One of the places that bear it.
        """
        row, column = _square(place)
        names = {n for dy in (-1, 0, 1) for dx in (-1, 0, 1) for n in self.around.get((row + dy, column + dx), ())}
        return len(names - {name.text.casefold()})


def focus_of(parsed: ParsedStory, names: Sequence[PlaceName], home: str | None) -> Focus:
    """Count the countries and units that the story is about: named as such, and by places that leave no doubt.

    Args:
        parsed: The story.
        names: Its names that may be places.
        home: The country of its dateline.
    """
    countries: Counter[str] = Counter()
    units: Counter[tuple[str, str]] = Counter()
    for name in names:
        _count(parsed, name, countries, units)
    for own in (country_of_address(parsed.story.url), home):
        if own:
            countries[own] += NAMED
    return Focus(countries, units, _neighbours(names))


def _count(parsed: ParsedStory, name: PlaceName, countries: Counter[str], units: Counter[tuple[str, str]]) -> None:
    """Count the country and the unit of one name."""
    places = name.places
    if places and places[0].feature_code == "PCLI":
        countries[places[0].country] += NAMED
    elif len({p.country for p in places}) == 1:
        countries[places[0].country] += 1
    unit = next((p for p in places if p.feature_code == "ADM1"), None)
    if unit is not None and is_unit(parsed, name, unit):
        units[unit.country, unit.name] += NAMED
        countries[unit.country] += 1
    elif len(places) == 1 and places[0].admin1:
        units[places[0].country, places[0].admin1] += 1


def _neighbours(names: Sequence[PlaceName]) -> dict[tuple[int, int], frozenset[str]]:
    """Return which names of the story may lie in each square of one degree, those with few namesakes only."""
    found: dict[tuple[int, int], set[str]] = {}
    for name in names:
        if len(name.places) <= MANY:
            for place in name.places:
                if is_spot(place):
                    found.setdefault(_square(place), set()).add(name.text.casefold())
    return {square: frozenset(own) for square, own in found.items()}


def is_spot(place: Place) -> bool:
    """Say whether a place is small enough to lie near others: a town, a building, a district."""
    return place.feature_class in {"P", "S"} or place.feature_code == "ADM2"


def _square(place: Place) -> tuple[int, int]:
    return math.floor(place.latitude), math.floor(place.longitude)
