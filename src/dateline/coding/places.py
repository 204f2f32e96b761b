"""Where an event happened: a place named in its clause, the host of a visit, else the dateline of a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.arguments import Graph
from dateline.model import EventPlace, EventType, Participant, ResolvedStory, SegmentKind, Span, Token, Toponym

LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "on", "off", "from", "across", "throughout", "over"}
)
# Deeds that a report's first sentence tells of its own place.
ON_THE_SPOT = frozenset({EventType.ASSAULT, EventType.PROTEST})
# Goods and prisoners go to a place: it holds the event as the place of a deed does.
BROUGHT = frozenset({EventType.AID})
MAX_CLIMB = 8
# Prepositions of a place that the event only comes from or is about rank behind those that hold it.
WEAK = frozenset({"from", "over", "on"})


class Places:
    """Links events to the toponyms of one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph) -> None:
        self._graph = graph
        self._parsed = resolved.parsed
        self._home = resolved.home
        self._mentions = resolved.mentions
        self._toponyms = [t for t in resolved.toponyms if t.place is not None]

    def of(
        self,
        token: Token,
        *,
        event_type: EventType,
        mode: str,
        actors: Sequence[Participant] = (),
        recipients: Sequence[Participant] = (),
    ) -> tuple[EventPlace | None, Span | None]:
        """Return the event's place and the words it rests on."""
        inside = {t.i for t in self._graph.clause(token.i)}
        locative = LOCATIVE | {"to", "into"} if event_type in BROUGHT else LOCATIVE
        named = [t for t in self._toponyms if t.head in inside and self._preposition(t) in locative]
        named = [t for t in named if not self._is_aside(t, token)]
        if named:
            best = min(named, key=lambda t: (self._preposition(t) in WEAK, abs(t.head - token.i)))
            return _place(best, "named in the event's clause"), best.span
        if event_type is EventType.CONSULT and mode == "visit":
            host = next((t for p in recipients for t in self._toponyms if t.span.overlaps(p.span)), None)
            if host is not None:
                return _place(host, "the host of the visit"), host.span
        if event_type is EventType.CONSULT and mode != "phone":
            return self._dateline(), None
        home = self._brought_home(token)
        if home is not None:
            return _place(home, "what calls somebody home is there"), home.span
        if event_type in ON_THE_SPOT and self._is_scene(token, (*actors, *recipients)):
            return self._dateline(), None
        return None, None

    def _is_scene(self, token: Token, parties: Sequence[Participant]) -> bool:
        """Say whether the report's first sentence tells what was done where it comes from."""
        body = [s.i for s in self._parsed.sentences if s.kind is SegmentKind.PARAGRAPH]
        home = self._home.country if self._home is not None else None
        return bool(home) and token.sent in body[:1] and any(p.resolution.country == home for p in parties)

    def _brought_home(self, token: Token) -> Toponym | None:
        """Return the country of somebody who goes home because of an event: "returned home because of attacks"."""
        below = token
        for _ in range(MAX_CLIMB):
            above = self._parsed.head(below)
            home = any(c.text.lower() == "home" for c in self._parsed.children(above, "advmod"))
            if home and below.dep in {"prep", "advcl"} and below.text.lower() in {"because", "after", "amid", "over"}:
                return self._land_of(self._graph.slots(above.i).get("subj", ()))
            if above.i == below.i:
                return None
            below = above
        return None

    def _land_of(self, heads: Sequence[int]) -> Toponym | None:
        codes = {m.resolution.country for m in self._mentions if m.head in heads and m.resolution} - {None}
        lands = (t for t in self._toponyms if t.place is not None and t.place.feature_code == "PCLI")
        return next((t for t in lands if t.place is not None and t.place.country in codes), None)

    def _is_aside(self, toponym: Toponym, token: Token) -> bool:
        """Say whether a place stands in brackets that the event stands outside of: "fighters (banned in Russia)"."""
        between = self._parsed.tokens[min(toponym.head, token.i) : max(toponym.head, token.i)]
        marks = [t.text for t in between if t.text in {"(", ")"}]
        return len(marks) % 2 == 1

    def _preposition(self, toponym: Toponym) -> str:
        head = self._parsed.tokens[toponym.head]
        for _ in range(3):
            above = self._parsed.head(head)
            if head.dep == "pobj":
                return above.lemma
            head = above
        return ""

    def _dateline(self) -> EventPlace | None:
        story = self._parsed.story
        name = story.dateline.place if story.dateline else None
        if not name:
            return None
        return EventPlace(text=name, place=self._home, reason="the dateline of the report")


def _place(toponym: Toponym, reason: str) -> EventPlace:
    name = toponym.place.name if toponym.place else ""
    return EventPlace(
        text=name, place=toponym.place, reason=f"{reason}; {toponym.reason}" if toponym.reason else reason
    )
