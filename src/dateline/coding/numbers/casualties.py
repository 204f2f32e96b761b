"""How many people died, were injured, arrested or took part, with bounds, and in which event.

A toll goes to the event of a fitting type that stands nearest to it in its sentence; in a sentence that tells no such
event, to the last one told shortly before.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dateline.coding.numbers.counts import Counted
from dateline.coding.numbers.tolls import Toll, TollReader
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.counts import CountWords
from dateline.model import Casualties, Count, Event, EventType, Evidence, EvidenceKind, Span, Token

Found = tuple[Count, Span]

# The types whose events have tolls of a kind, the likeliest first.
OWNERS = {
    "dead": (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE),
    "injured": (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE),
    "arrested": (EventType.COERCE, EventType.PROTEST, EventType.ASSAULT),
    "size": (EventType.PROTEST,),
}
# How many sentences back a toll looks for its event.
REACH = 2
# How many steps a toll stands from an event that seldom has one.
CLOSE = 2
SIDES = ("subj", "obj", "of", "by")


class Tolls:
    """The tolls of one story, and the events that they belong to."""

    def __init__(self, graph: Graph, cast: Cast, words: CountWords, *, people: Collection[str]) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._words = words
        self._reader = TollReader(graph, cast, words, people=people)

    def found(self) -> list[Toll]:
        """Return the tolls of the story in text order."""
        return self._reader.found()

    def given(self, events: Sequence[Event]) -> list[Event]:
        """Return the events with the tolls that belong to them, and the words that give them as evidence."""
        if not events:
            return []
        triggers = [self._trigger(event) for event in events]
        numbers: list[dict[str, Found]] = [{} for _ in events]
        for toll in self.found():
            owner = self._owner(toll, events, triggers)
            if owner is not None:
                numbers[owner].setdefault(toll.kind, (toll.count, toll.span))
        for event, trigger, found in zip(events, triggers, numbers, strict=True):
            crowd = self._crowd(trigger) if event.type is EventType.PROTEST else None
            if crowd is not None:
                found.setdefault("size", (crowd.count, crowd.span))
        return [self._with(event, found) if found else event for event, found in zip(events, numbers, strict=True)]

    def _with(self, event: Event, found: dict[str, Found]) -> Event:
        text = self._parsed.story.text
        casualties = Casualties(**{kind: count for kind, (count, _) in found.items()})
        spans = (span for _, span in found.values())
        shown = (Evidence(kind=EvidenceKind.CASUALTY, span=span, text=span.of(text)) for span in spans)
        return replace(event, casualties=casualties, evidence=(*event.evidence, *shown))

    def _trigger(self, event: Event) -> Token:
        span = next(e.span for e in event.evidence if e.kind is EvidenceKind.TRIGGER)
        tokens = self._parsed.tokens_in(span)
        return min(tokens, key=lambda t: len(self._above(t)))

    def _crowd(self, trigger: Token) -> Counted | None:
        """Return how many act in a protest's own clause."""
        slots = self._graph.slots(trigger.i)
        for slot in SIDES:
            count = self._reader.total([h for h in slots.get(slot, ()) if slot != "obj" or trigger.pos == "NOUN"])
            if count is not None and count.count.low != 1:
                return count
        return None

    def _owner(self, toll: Toll, events: Sequence[Event], triggers: Sequence[Token]) -> int | None:
        """Return the index of the event that a toll belongs to."""
        fitting = [n for n, event in enumerate(events) if event.type in OWNERS[toll.kind]]
        beside = {n: self._between(toll.token, triggers[n]) for n in fitting if triggers[n].sent == toll.token.sent}
        if beside:
            near = (n for n, words in beside.items() if self._is_of(toll, events[n], words))
            likelier = OWNERS[toll.kind].index
            return min(
                near,
                key=lambda n: (len(beside[n]), likelier(events[n].type), abs(toll.token.i - triggers[n].i)),
                default=None,
            )
        if (toll.count.low, toll.count.high) == (1, 1) or self._is_total(toll.token):
            return None
        before = [n for n in fitting if 0 < toll.token.sent - triggers[n].sent <= REACH]
        return max(before, key=lambda n: (triggers[n].sent, -OWNERS[toll.kind].index(events[n].type)), default=None)

    def _is_of(self, toll: Toll, event: Event, between: Sequence[Token]) -> bool:
        """Say whether a toll may be an event's of its sentence: no clause of another time parts them.

        The dead of an arrest or a protest are those of its own clause.
        """
        likeliest = event.type is OWNERS[toll.kind][0]
        return (likeliest or len(between) <= CLOSE) and not any(self._is_other_time(t) for t in between)

    def _is_other_time(self, token: Token) -> bool:
        if token.dep == "pcomp" and self._parsed.head(token).text.lower() in self._words.other_times:
            return True
        marks = (c.text.lower() for c in self._parsed.children(token, "mark", "advmod"))
        return token.dep == "advcl" and any(m in self._words.other_times - {"when", "while"} for m in marks)

    def _between(self, a: Token, b: Token) -> list[Token]:
        """Return the words from each of two up to what stands above both, without it."""
        above_a, above_b = [a, *self._above(a)], [b, *self._above(b)]
        ends = {t.i for t in above_a} & {t.i for t in above_b}
        return [t for t in (*above_a, *above_b) if t.i not in ends]

    def _above(self, token: Token) -> list[Token]:
        found: list[Token] = []
        while token.head != token.i:
            token = self._parsed.head(token)
            found.append(token)
        return found

    def _is_total(self, token: Token) -> bool:
        """Say whether a sentence sums up a long time: "400 have died since January"."""
        sentence = self._parsed.sentences[token.sent]
        return any(t.text.lower() in self._words.totals for t in self._parsed.sentence_tokens(sentence))
