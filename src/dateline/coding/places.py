"""Where an event happened: a place named in its clause, the host of a visit, else the dateline of a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.arguments import Graph
from dateline.model import EventPlace, EventType, Participant, ResolvedStory, Span, Token, Toponym

LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "on", "off", "from", "across", "throughout", "over"}
)
# Prepositions of a place that the event only comes from or is about rank behind those that hold it.
WEAK = frozenset({"from", "over", "on"})


class Places:
    """Links events to the toponyms of one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph) -> None:
        self._graph = graph
        self._parsed = resolved.parsed
        self._home = resolved.home
        self._toponyms = [t for t in resolved.toponyms if t.place is not None]

    def of(
        self, token: Token, *, event_type: EventType, mode: str, recipients: Sequence[Participant]
    ) -> tuple[EventPlace | None, Span | None]:
        """Return the event's place and the words it rests on."""
        inside = {t.i for t in self._graph.clause(token.i)}
        named = [t for t in self._toponyms if t.head in inside and self._preposition(t) in LOCATIVE]
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
        return None, None

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
