"""How well a place fits a name in its story: what the story tells of, what stands beside the name, how big it is."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.resolve.places.place_focus import Focus, is_spot
from dateline.resolve.places.place_nouns import FEATURES
from dateline.resolve.places.place_units import CAPITALS_FIRST, is_unit

if TYPE_CHECKING:
    from dateline.model import ParsedStory, Place
    from dateline.resolve.places.place_containers import Containers
    from dateline.resolve.places.place_names import PlaceName

# By how much the logarithm of a population is divided.
SIZE = 2.2
# What speaks for a country, and for other places that reports name more often than their size tells.
COUNTRY, PROMINENT = 6.0, 1.6
# What speaks for a region of several countries against a province of its name: "the Sahel".
REGION = 4.5
# How much bigger a namesake must be before a mere country in common no longer outweighs it ("Paris, Texas").
FAMOUS = 60
# What a place gains in the country that a story is about, where a famous namesake lies elsewhere, and in its unit.
TOLD, TOLD_OF_DWARFED, IN_UNIT = 3.2, 1.0, 1.5
# What each other name of the story near a place adds, at most twice.
COMPANY, COMPANIONS = 0.9, 2
# What speaks for a unit that is meant as such, and against one whose town comes first.
UNIT, TOWN_FIRST = 2.0, -3.0
# For a place of the kind that a word beside the name says.
KIND = 0.8
# For one that is called as the story writes it; reports leave accents out: "Nis" is written so, Nice is not.
SPELLED = 0.4
# How many words before and behind a name may say of what kind it is.
BEFORE, BEHIND = 3, 2


@dataclass(frozen=True, slots=True)
class PlaceWeights:
    """Weighs the places of the names of one story.

    Attributes:
        parsed: The story.
        focus: What it is about.
        containers: What it names right after each name, by folded name.
    """

    parsed: ParsedStory
    focus: Focus
    containers: Mapping[str, Containers]

    def of(self, name: PlaceName, place: Place, kinds: Collection[str]) -> float:
        """Return how well a place fits a name.

        Args:
            name: The name.
            place: One of the places that bear it.
            kinds: The words beside the name that say what kind of place it is.
        """
        weight = math.log10(place.population + 10) / SIZE
        for gain in self._gains(name, place, kinds):
            weight += gain
        return weight

    def kinds(self, name: PlaceName) -> Collection[str]:
        """Return the words beside a name that say what kind of place it is."""
        beside = self.parsed.tokens[max(0, name.first - BEFORE) : name.last + BEHIND]
        return FEATURES.keys() & {t.lemma for t in beside}

    def _gains(self, name: PlaceName, place: Place, kinds: Collection[str]) -> Iterator[float]:
        yield from _of_kind(place)
        yield from self._of_focus(name, place)
        if is_spot(place):
            yield COMPANY * min(COMPANIONS, self.focus.beside(name, place))
        if place.feature_code == "ADM1":
            yield self._of_unit(name, place)
        yield self.containers[name.text.casefold()].weight(place)
        yield sum(KIND for word in kinds if place.feature_class in FEATURES[word])
        if name_key(place.name) == name_key(name.text):
            yield SPELLED

    def _of_focus(self, name: PlaceName, place: Place) -> Iterator[float]:
        """Yield what the country and the unit of a place gain from what the story is about."""
        focus = self.focus
        unit = focus.units[place.country, place.admin1 or ""] if place.feature_code != "ADM1" else 0
        dwarfed = name.largest > FAMOUS * (place.population + 1000) and not unit
        told = focus.countries.get(place.country, 0) if place.country else 0
        if told:
            share = min(1.0, told / max(3.0, 0.4 * sum(focus.countries.values())))
            yield (TOLD_OF_DWARFED if dwarfed else TOLD) * share
        yield IN_UNIT * min(1.0, unit / 2)

    def _of_unit(self, name: PlaceName, unit: Place) -> float:
        """Return what speaks for or against a state or province."""
        if is_unit(self.parsed, name, unit):
            return UNIT
        return TOWN_FIRST if name.text.casefold() in CAPITALS_FIRST else 0.0


def _of_kind(place: Place) -> Iterator[float]:
    """Yield what speaks for a place by what it is."""
    if place.feature_code == "PCLI":
        yield COUNTRY
    if place.feature_code in {"CONT", "RGN", "ADM1", "PPLC"} or place.feature_class in {"L", "H"}:
        yield PROMINENT
    if place.feature_code == "RGN" and not place.country:
        yield REGION
