"""How alike two reported events are, feature by feature, and the score that joins them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from math import exp

from dateline.dedup.facts import EventFacts, Side, WordWeights
from dateline.knowledge.linking import LinkingRules

# Reports of one event give days that differ by one (time zones, "overnight"); more than three are two events.
_SLACK = timedelta(days=3)
# An event without a date of its own is told within a week of its other reports.
_UNDATED = timedelta(days=7)
# Words that a clause must have before its share of common words is trusted, as weight.
_LEAST_WEIGHT = 16.0

# Who, when and what kind of deed alone do not make one event: two visits a day are common. Clause and story must share
# so much between them.
_LEAST_COMMON = 0.3

Features = dict[str, float]


def features(one: EventFacts, other: EventFacts, rules: LinkingRules, weights: WordWeights) -> Features | None:
    """Compare two events.

    Returns:
        A number for every feature of `dateline.knowledge.linking.FEATURES`, about -1 (speaks against) to 1 (speaks
        for); None when they cannot be one event: types that never meet, days too far apart, one told as a fact and the
        other as a plan.
    """
    if one.told != other.told or other.type not in rules.families.get(one.type, {one.type}):
        return None
    day = _date(one, other)
    if day is None:
        return None
    actors, recipients = _sides(one, other, swap=one.type in rules.symmetric and other.type in rules.symmetric)
    if actors < 0 and recipients < 0:
        return None
    wording = shared(one.words, other.words, weights, least=_LEAST_WEIGHT)
    same_story = one.story_id == other.story_id
    story = 0.0 if same_story else shared(one.story_words, other.story_words, weights)
    if wording + story < _LEAST_COMMON:
        return None
    return {
        "wording": wording,
        "story": story,
        "type": 1.0 if one.type == other.type else 0.0,
        "modes": _modes(one.modes, other.modes),
        "actors": actors,
        "recipients": recipients,
        "date": day,
        "place": _place(one, other),
        "numbers": _numbers(one, other),
    }


def score(found: Features, weights: Mapping[str, float]) -> float:
    """Return the probability (0 to 1) that two events are one."""
    return 1 / (1 + exp(-weights["bias"] - sum(weights[name] * value for name, value in found.items())))


def shared(one: Collection[int], other: Collection[int], weights: WordWeights, *, least: float = 0.0) -> float:
    """Return which share of the lighter set's weight two sets of words have in common, 0 to 1."""
    if not one or not other:
        return 0.0
    first, second = ({w: weights.weight(w) for w in words} for words in (one, other))
    common = sum(weight for word, weight in first.items() if word in second)
    return common / max(least, min(sum(first.values()), sum(second.values())))


def side_agreement(one: Side, other: Side) -> float:
    """Return 1 for the same people, 0 when nothing is known, -1 for others."""
    if not one or not other:
        return 0.0
    if one.ids & other.ids:
        return 1.0
    words = bool(one.words & other.words)
    if one.countries and other.countries:
        common = len(one.countries & other.countries) / len(one.countries | other.countries)
        return common * (1.0 if words else 0.4) if common else -1.0
    return 0.8 if words else -0.3


def _sides(one: EventFacts, other: EventFacts, *, swap: bool) -> tuple[float, float]:
    straight = side_agreement(one.actors, other.actors), side_agreement(one.recipients, other.recipients)
    if not swap:
        return straight
    whole = side_agreement(_both(one), _both(other))
    crossed = side_agreement(one.actors, other.recipients), side_agreement(one.recipients, other.actors)
    return max(straight, crossed, (whole, min(whole, 0.5)), key=sum)


def _both(event: EventFacts) -> Side:
    one, other = event.actors, event.recipients
    return Side(one.ids | other.ids, one.countries | other.countries, one.words | other.words)


def _date(one: EventFacts, other: EventFacts) -> float | None:
    if one.begin is None or other.begin is None or one.end is None or other.end is None:
        if one.reported is None or other.reported is None:
            return 0.0
        gap = abs(one.reported - other.reported)
        return None if gap > _UNDATED else 0.2 if gap <= _SLACK else -0.5
    if one.fine and other.fine:
        gap = abs(one.begin - other.begin)
        return None if gap > _SLACK else (1.0, 0.3, -0.5, -0.8)[gap.days]
    if one.begin <= other.end + _SLACK and other.begin <= one.end + _SLACK:
        return 0.6 if (one.begin, one.end) == (other.begin, other.end) else 0.1
    return None


def _place(one: EventFacts, other: EventFacts) -> float:
    if one.place is not None and one.place == other.place:
        return 1.0
    if one.country and other.country:
        return 0.2 if one.country == other.country else -1.0
    return 0.0


def _modes(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return 1.0 if one & other else -1.0


def _numbers(one: EventFacts, other: EventFacts) -> float:
    if not one.numbers or not other.numbers:
        return 0.0
    return 1.0 if one.numbers & other.numbers else -0.5
