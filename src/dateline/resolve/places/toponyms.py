"""Place names in the text and the gazetteer records they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.model import ParsedStory, Place, Toponym
from dateline.resolve.places.home import home_country
from dateline.resolve.places.place_containers import containers_of
from dateline.resolve.places.place_focus import focus_of
from dateline.resolve.places.place_lookup import look_up
from dateline.resolve.places.place_names import PlaceName, PlaceNames, head_of
from dateline.resolve.places.place_weights import PlaceWeights

if TYPE_CHECKING:
    from dateline.knowledge.gazetteer import Gazetteer
    from dateline.resolve.places.place_focus import Focus

# How many places of one name are weighed.
WEIGHED = 40
# A place behind another by so many words may hold it.
BEHIND = 4
# How sure of a place we are at least, and by what its lead over the next one is divided.
LEAST, STANDING_OUT = 0.05, 4


def find_toponyms(parsed: ParsedStory, gazetteer: Gazetteer, *, home: str | None = None) -> tuple[Toponym, ...]:
    """Return the toponyms of a story, each with the place that fits it best.

    Names that the parser takes for places, and other names that stand where a place stands ("in Izmir"), are looked up.
    Among places of one name the story decides: countries it names, the country of its dateline, a region or state that
    follows the name ("Paris, Texas"), words such as "province", and, least, population.

    Args:
        parsed: The story.
        gazetteer: Where names are looked up.
        home: The country of the story's dateline.
    """
    names = PlaceNames(parsed, gazetteer).find()
    weights = PlaceWeights(parsed, focus_of(parsed, names, home), containers_of(parsed, names))
    return tuple(_toponym(name, weights) for name in names)


def resolve_span(parsed: ParsedStory, start: int, end: int, gazetteer: Gazetteer) -> Place | None:
    """Return the place that a run of characters means in its story, whatever the parser calls it.

    Args:
        parsed: The story.
        start: The first character.
        end: The one after the last.
        gazetteer: Where names are looked up.
    """
    inside = [t for t in parsed.tokens if t.start < end and start < t.end]
    if not inside:
        return None
    text = parsed.story.text[start:end]
    own = PlaceName(inside[0].i, inside[-1].i + 1, text, look_up(text, gazetteer))
    others = [n for n in PlaceNames(parsed, gazetteer).find() if n.last <= own.first or n.first >= own.last]
    focus = focus_of(parsed, others, home_country(parsed.story, gazetteer))
    weights = PlaceWeights(parsed, focus, containers_of(parsed, [*others, own]))
    placed = own if own.places else _beside(parsed, own, others)
    return _toponym(placed, weights).place if placed else None


def _beside(parsed: ParsedStory, own: PlaceName, others: Sequence[PlaceName]) -> PlaceName | None:
    """Return the place by which one that no gazetteer holds is placed: named after it, else nearest to it.

    "Tarn Hospital in Columbia" lies in Columbia; a village of a report about Karak lies there.
    """
    known = [n for n in others if n.places]
    sentence = parsed.tokens[own.first].sent
    after = next((n for n in known if own.last <= n.first <= own.last + BEHIND), None)
    if after is not None and parsed.tokens[after.first].sent == sentence:
        return after
    return min(known, key=lambda n: (parsed.tokens[n.first].sent != sentence, abs(n.first - own.first)), default=None)


def _toponym(name: PlaceName, weights: PlaceWeights) -> Toponym:
    """Return a name with the place that fits it best, how sure that is and why."""
    kinds = weights.kinds(name)
    places = enumerate(name.places[:WEIGHED])
    weighed = sorted(((weights.of(name, place, kinds), -n) for n, place in places), reverse=True)
    best = name.places[-weighed[0][1]] if weighed else None
    margin = weighed[0][0] - weighed[1][0] if len(weighed) > 1 else 1.0
    return Toponym(
        first=name.first,
        last=name.last,
        head=head_of(weights.parsed, name.first, name.last).i,
        span=weights.parsed.span(name.first, name.last),
        place=best,
        score=round(max(LEAST, min(1.0, 0.5 + margin / STANDING_OUT)), 3) if best else 0.0,
        reason=_reason(best, weights.focus, len(name.places)),
    )


def _reason(place: Place | None, focus: Focus, count: int) -> str:
    if place is None:
        return "not in the gazetteer"
    if count == 1:
        return "the only place of this name"
    return "in a country that the story names" if focus.countries[place.country] else "the largest place of this name"
