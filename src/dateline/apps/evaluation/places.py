"""Suite `places`: toponyms of whole stories with their coordinates."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.apps.evaluation.metrics import Tally, intervals
from dateline.apps.evaluation.rows import Row, sentence_story
from dateline.apps.evaluation.system import System
from dateline.knowledge.base import KnowledgeBase
from dateline.model import ParsedStory, Place, Toponym
from dateline.resolve.places.toponyms import find_toponyms, resolve_span

EARTH_RADIUS_KM = 6371.0
NEAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts of one story."""

    tags: Tally
    gold_spans: Tally
    end_to_end: Tally
    countries: Tally


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Find and resolve the toponyms of every story.

    Returns:
        `tag_f1` (overlapping spans, one to one), `acc161_gold` (given spans resolved within 161 km), `acc161_all`
        (found and resolved; a missed one is wrong), `country_gold` (given spans in the right country), `n`,
        intervals.
    """
    stories = [replace(sentence_story(row["id"], row["text"], row.get("date")), url=row.get("url")) for row in rows]
    outcomes = []
    for row, parsed in zip(rows, system.parsed(stories), strict=True):
        given = [
            _demonym_place(t["text"], system)
            or resolve_span(parsed, t["start"], t["end"], system.gazetteer)
            or _country_place(t["text"], system)
            for t in row["toponyms"]
        ]
        found = (*find_toponyms(parsed, system.gazetteer), *_demonyms(parsed, system))
        outcomes.append(judge(row, found, given, system.base))
    return {**figures(outcomes), "n": len(rows), "classes": {}, "intervals": intervals(outcomes, figures)}


def _demonyms(parsed: ParsedStory, system: System) -> Iterator[Toponym]:
    """Yield the demonyms of a story as toponyms, which this corpus counts them as and Dateline keeps as actors."""
    for name in parsed.names:
        span = parsed.span(name.first, name.last)
        place = _demonym_place(span.of(parsed.story.text), system) if name.label == "NORP" else None
        if place is not None:
            yield Toponym(
                first=name.first, last=name.last, head=name.first, span=span, place=place, score=0.5, reason="demonym"
            )


def _demonym_place(text: str, system: System) -> Place | None:
    hit = system.base.country_of(text)
    return _country_place(text, system) if hit and hit.kind in {"adjective", "demonym"} else None


def _country_place(text: str, system: System) -> Place | None:
    """Return the country that a demonym stands for: this corpus counts "Turkish" as a toponym."""
    hit = system.base.country_of(text)
    country = system.base.country(hit.code) if hit and hit.code else None
    found = system.gazetteer.lookup(country.name) if country else ()
    return found[0] if found else None


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Add up story outcomes."""
    return {
        "tag_f1": sum((o.tags for o in outcomes), Tally()).f1,
        "acc161_gold": sum((o.gold_spans for o in outcomes), Tally()).recall,
        "acc161_all": sum((o.end_to_end for o in outcomes), Tally()).recall,
        "country_gold": sum((o.countries for o in outcomes), Tally()).recall,
    }


def judge(row: Row, found: Sequence[Toponym], given: Sequence[Place | None], base: KnowledgeBase) -> Outcome:
    """Compare found toponyms, and given spans as resolved, with the gold ones."""
    left = list(found)
    tagged = near = near_given = right_country = with_country = located = 0
    for gold, place in zip(row["toponyms"], given, strict=True):
        hit = next((t for t in left if t.span.start < gold["end"] and gold["start"] < t.span.end), None)
        if hit is not None:
            left.remove(hit)
            tagged += 1
        if gold.get("lat") is None:
            continue
        located += 1
        near += hit is not None and hit.place is not None and within(gold, hit.place)
        near_given += place is not None and within(gold, place)
        if gold.get("country"):
            with_country += 1
            hit_country = base.country_of(gold["country"])
            right_country += place is not None and hit_country is not None and place.country == hit_country.code
    n = len(row["toponyms"])
    return Outcome(
        Tally(tagged, len(found), n),
        Tally(near_given, 0, located),
        Tally(near, 0, located),
        Tally(right_country, 0, with_country),
    )


def within(gold: Mapping[str, Any], place: Place) -> bool:
    """Say whether a place lies within 161 km (100 miles) of the gold point, on a sphere."""
    a, b = math.radians(float(gold["lat"])), math.radians(place.latitude)
    c = math.radians(place.longitude - float(gold["lon"]))
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(c)
    return EARTH_RADIUS_KM * math.acos(max(-1.0, min(1.0, cosine))) <= NEAR_KM
