"""When an event happened: the time expression in its words, else what its tense and place in the story say."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.arguments import Graph
from dateline.model import EventDate, Precision, ResolvedStory, SegmentKind, Status, Timex, Token

# Sentences of the body, counted from the top, that tell the day's news unless they say otherwise.
NEWS_SENTENCES = 3
# Reasons of dates that no words give.
SPOKEN = "an act of speech reported on the story's day"
NEWS = "news of the story's day; the text gives no other date"


class Dates:
    """Links events to the time expressions of one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph) -> None:
        self._graph = graph
        self._parsed = resolved.parsed
        self._day = resolved.parsed.story.day
        self._dates = [t for t in resolved.timexes if t.type in {"DATE", "TIME"} and t.begin is not None]

    def of(
        self, token: Token, *, spoken: bool, status: Status, announced: bool = False
    ) -> tuple[EventDate, Timex | None]:
        """Return the date of the event that hangs on a token, and the expression it rests on.

        Args:
            token: The event's anchor.
            spoken: Whether the event is itself an act of speech told in the story (a promise, praise).
            announced: Whether the event announces or promises another; the other's date is not its own.
            status: Events that are planned do not happen on the day they are told.
        """
        inside = self._inside(self._graph.core(token.i))
        if announced:
            inside = [t for t in inside if not self._lies_ahead(t, token)]
        own = self._nearest(token, inside)
        if own is not None:
            return _dated(own, f"{own.reason or own.value}: stands in the event's own clause"), own
        above = self._above(token)
        if above is not None:
            return _dated(above, f"{above.reason or above.value}: stands in the clause above"), above
        if spoken or announced:
            return self._today(SPOKEN), None
        sentence = [t for t in self._dates if self._parsed.tokens[t.first].sent == token.sent]
        if len(sentence) == 1:
            return _dated(
                sentence[0], f"{sentence[0].reason or sentence[0].value}: the sentence's only date"
            ), sentence[0]
        if self._is_news(token) and status in {Status.HAPPENED, Status.ONGOING} and not self._is_background(token):
            return self._today(NEWS), None
        return EventDate(reason="the text gives no date"), None

    def planned(self, token: Token) -> EventDate:
        """Return the day that a planned event is set for, if its own clause names one."""
        own = self._nearest(token, self._inside(self._graph.clause(token.i)))
        if own is None:
            return EventDate(reason="the text sets no date")
        return _dated(own, f"{own.reason or own.value}: the date set")

    def _lies_ahead(self, timex: Timex, token: Token) -> bool:
        """Say whether an expression dates what is promised: it stands in the complement, or after the story's day."""
        below = {
            t.i
            for slot in ("comp", "purpose")
            for head in self._graph.slots(token.i).get(slot, ())
            if head != token.i
            for t in self._parsed.subtree(self._parsed.tokens[head])
        }
        if timex.first in below:
            return True
        return self._day is not None and timex.begin is not None and timex.begin > self._day

    def _today(self, reason: str) -> EventDate:
        if self._day is None:
            return EventDate(reason="the story has no date")
        return EventDate(
            value=self._day.isoformat(), begin=self._day, end=self._day, precision=Precision.DAY, reason=reason
        )

    def _inside(self, tokens: Iterable[Token]) -> list[Timex]:
        inside = {t.i for t in tokens}
        return [t for t in self._dates if any(i in inside for i in range(t.first, t.last))]

    def _nearest(self, token: Token, found: list[Timex]) -> Timex | None:
        return min(found, key=lambda t: (abs(t.first - token.i), t.first), default=None)

    def _above(self, token: Token) -> Timex | None:
        """Look in the clause above for nouns and for clauses without a tense of their own."""
        tensed = any(c.dep in {"nsubj", "nsubjpass"} for c in self._parsed.children(token))
        if token.head == token.i or (token.pos in {"VERB", "AUX"} and tensed):
            return None
        above = self._parsed.head(token)
        while above.head != above.i and above.pos not in {"VERB", "AUX"}:
            above = self._parsed.head(above)
        return self._nearest(above, self._inside(self._graph.core(above.i)))

    def _is_news(self, token: Token) -> bool:
        sentence = self._parsed.sentences[token.sent]
        if sentence.kind is SegmentKind.HEADLINE:
            return True
        body = [s.i for s in self._parsed.sentences if s.kind is SegmentKind.PARAGRAPH]
        return token.sent in body[:NEWS_SENTENCES]

    def _is_background(self, token: Token) -> bool:
        """Say whether the verb is past perfect: told as older than the news."""
        children = list(self._parsed.children(token, "aux"))
        return token.tag == "VBN" and any(c.text.lower() == "had" for c in children)


def _dated(timex: Timex, reason: str) -> EventDate:
    return EventDate(value=timex.value, begin=timex.begin, end=timex.end, precision=timex.precision, reason=reason)
