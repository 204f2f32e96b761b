"""Mentions of one event in several stories, joined into incidents; nothing is deleted.

Events come in the order of the run. Each is compared only with incidents that share a rare word, a pair of parties or
a place within three days of its report (or the very date of the event), joins the likeliest one, or founds its own.
What a later story adds never moves an earlier event, so that a run can grow.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from dateline.dedup.facts import EventFacts, WordWeights, as_day, facts_of, lead_of
from dateline.dedup.likeness import Features, features, score
from dateline.knowledge.linking import LinkingRules

Row = Mapping[str, Any]
WINDOW = 3
# Telling words of a clause that become keys, and how rare a word must be for it.
_KEY_WORDS, _KEY_WEIGHT = 6, 2.5
# Incidents remembered a key and compared an event: the latest, and those that share most keys.
_BUCKET, _COMPARED = 24, 16
# Members that a newcomer is compared with: the first and the latest.
_MEMBERS = 5


@dataclass(frozen=True, slots=True)
class Link:
    """Which incident an event belongs to: the id of its first event, how sure (0 to 1) and why."""

    incident: str
    score: float
    why: str


@dataclass(slots=True)
class _Incident:
    id: str
    members: list[EventFacts]
    stories: set[str]


@dataclass(slots=True)
class IncidentLinker:
    """Joins events one story at a time; the work an event takes does not grow with their number.

    Example:
        >>> linker = IncidentLinker()
        >>> linker.add_story({"story_id": "a", "text": "", "headline": "", "day": None}, [], {})
        []
    """

    rules: LinkingRules = field(default_factory=LinkingRules.load)
    _weights: WordWeights = field(init=False)
    _incidents: list[_Incident] = field(default_factory=list)
    _buckets: dict[tuple[object, ...], list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._weights = WordWeights(self.rules.ignored)

    def add_story(self, story: Row, events: Sequence[Row], parties: Mapping[str, Sequence[Row]]) -> list[Link]:
        """Join the events of one story.

        Args:
            story: Its row.
            events: Its rows of `events`.
            parties: Rows of `event_actors` by event id.

        Returns:
            One link an event, in order.
        """
        facts = self.facts(story, events, parties)
        return [self._add(event) for event in facts]

    def facts(self, story: Row, events: Sequence[Row], parties: Mapping[str, Sequence[Row]]) -> list[EventFacts]:
        """Return what linking sees of a story's events; the story's words are learnt on the way."""
        stems = self._weights.stems(lead_of(story))
        self._weights.learn(stems)
        words, day = self._weights.signature(stems), as_day(story["day"])
        return [facts_of(event, parties.get(event["event_id"], ()), day, words, self._weights) for event in events]

    def compare(self, one: EventFacts, other: EventFacts) -> Features | None:
        """Return the features of two events; None when they cannot be one."""
        return features(one, other, self.rules, self._weights)

    def _add(self, event: EventFacts) -> Link:
        keys = list(self._keys(event))
        best, likeness, found = self._best(event, keys)
        if best is None:
            number = len(self._incidents)
            self._incidents.append(_Incident(event.event_id, [event], {event.story_id}))
            self._index(number, keys)
            return Link(event.event_id, 1.0, "first report")
        incident = self._incidents[best]
        incident.stories.add(event.story_id)
        incident.members.append(event)
        if len(incident.members) > _MEMBERS:
            del incident.members[1]
        self._index(best, keys)
        return Link(incident.id, round(likeness, 3), reason(found))

    def _best(self, event: EventFacts, keys: list[tuple[object, ...]]) -> tuple[int | None, float, Features]:
        best: tuple[float, int, Features] | None = None
        for number in self._candidates(event, keys):
            incident = self._incidents[number]
            least = self.rules.join_in_story if event.story_id in incident.stories else self.rules.join
            likeness, found = self._likeness(incident, event)
            if likeness >= least and (best is None or (likeness, -number) > (best[0], -best[1])):
                best = (likeness, number, found)
        return (best[1], best[0], best[2]) if best else (None, 1.0, {})

    def _likeness(self, incident: _Incident, event: EventFacts) -> tuple[float, Features]:
        """Return the mean of the likeness to the likest member and to all of them, so that chains do not drift."""
        compared = (self.compare(member, event) for member in incident.members)
        scored = [(score(found, self.rules.weights), found) for found in compared if found is not None]
        if not scored:
            return 0.0, {}
        best, found = max(scored, key=lambda pair: pair[0])
        mean = sum(likeness for likeness, _ in scored) / len(incident.members)
        return (best + mean) / 2, found

    def _candidates(self, event: EventFacts, keys: list[tuple[object, ...]]) -> list[int]:
        votes: Counter[int] = Counter()
        for key in keys:
            for near in _near(key):
                votes.update(self._buckets.get(near, ()))
        return [n for n, _ in sorted(votes.items(), key=lambda pair: (-pair[1], pair[0]))[:_COMPARED]]

    def _keys(self, event: EventFacts) -> Iterator[tuple[object, ...]]:
        """Yield what an event is looked up by: (kind, value, day of the report or of the event)."""
        weigh = self._weights.weight
        telling = sorted(event.words, key=lambda word: (-weigh(word), word))[:_KEY_WORDS]
        values: list[object] = [word for word in telling if weigh(word) >= _KEY_WEIGHT]
        sides = sorted(event.actors.countries), sorted(event.recipients.countries)
        if any(sides):
            values.append((event.type, *sorted([*sides[0], "", *sides[1]])))
        if event.place is not None:
            values.append((event.type, event.place))
        values.extend((event.type, name) for name in sorted(event.actors.ids | event.recipients.ids))
        for value in values:
            yield ("reported", value, event.reported)
            if event.fine and event.begin is not None:
                yield ("on", value, event.begin)

    def _index(self, number: int, keys: list[tuple[object, ...]]) -> None:
        for key in keys:
            bucket = self._buckets[key]
            if bucket and bucket[-1] == number:
                continue
            bucket.append(number)
            if len(bucket) > _BUCKET:
                del bucket[0]


def _near(key: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    kind, value, day = key
    if kind == "on" or day is None:
        yield key
        return
    for step in range(-WINDOW, WINDOW + 1):
        yield kind, value, day + timedelta(days=step)  # type: ignore[operator]


def reason(found: Features) -> str:
    """Say in words what two events share."""
    says = [name for name in ("actors", "recipients", "date", "place", "numbers") if found[name] >= 0.8]
    says.append(f"words {found['wording']:.2f}")
    says.append(f"story {found['story']:.2f}")
    return ", ".join(says)


def link_rows(linker: IncidentLinker, rows: Mapping[str, Sequence[Row]]) -> list[Link]:
    """Join the events of some stories given as rows by table (`stories`, `events`, `event_actors`).

    Returns:
        One link an event, in the order of the rows of `events`.
    """
    events: dict[str, list[Row]] = defaultdict(list)
    parties: dict[str, list[Row]] = defaultdict(list)
    for event in rows["events"]:
        events[event["story_id"]].append(event)
    for party in rows["event_actors"]:
        parties[party["event_id"]].append(party)
    links: dict[str, Link] = {}
    for story in rows["stories"]:
        own = events.pop(story["story_id"], [])
        links.update(zip((e["event_id"] for e in own), linker.add_story(story, own, parties), strict=True))
    return [links[event["event_id"]] for event in rows["events"]]
