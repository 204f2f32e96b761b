"""What a story names right after a place as that in which it lies: "Paris, Texas", "Marawi in the Philippines"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import ParsedStory, Place
    from dateline.resolve.places.place_names import PlaceName

# How many words behind a name a container may start, and what stands between them.
WITHIN = 5
JOINTS = frozenset({",", "in", "(", "of"})
# What a unit or a country named right after a place speaks for the one that lies in it.
UNIT, COUNTRY = 4.0, 3.0


@dataclass(frozen=True, slots=True)
class Containers:
    """Units (folded names) and countries that are named right after a place name."""

    units: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    def weight(self, place: Place) -> float:
        """Return what speaks for a place because a unit or country that holds it is named right after its name."""
        if place.admin1 and place.admin1.casefold() in self.units:
            return UNIT
        return COUNTRY if place.country in self.countries else 0.0


def containers_of(parsed: ParsedStory, names: Sequence[PlaceName]) -> Mapping[str, Containers]:
    """Return, by folded name, what follows the name anywhere in the story; read once a story.

    Args:
        parsed: The story.
        names: Its names that may be places.
    """
    starts: dict[int, int] = {}
    for n, name in enumerate(names):
        starts.setdefault(name.first, n)
    units: dict[str, set[str]] = {name.text.casefold(): set() for name in names}
    countries: dict[str, set[str]] = {name.text.casefold(): set() for name in names}
    for name in names:
        number = min((starts[i] for i in range(name.last, name.last + WITHIN) if i in starts), default=None)
        if number is not None and _holds(parsed, name, names[number]):
            places = names[number].places
            units[name.text.casefold()].update(p.name.casefold() for p in places if p.feature_class == "A")
            countries[name.text.casefold()].update(p.country for p in places[:1] if p.feature_code == "PCLI")
    return {key: Containers(frozenset(units[key]), frozenset(countries[key])) for key in units}


def _holds(parsed: ParsedStory, name: PlaceName, following: PlaceName) -> bool:
    """Say whether the words between two names of a sentence may say that the first lies in the second."""
    if parsed.tokens[following.first].sent != parsed.tokens[name.first].sent:
        return False
    between = {t.lemma for t in parsed.tokens[name.last : following.first]}
    return bool(between & JOINTS)
