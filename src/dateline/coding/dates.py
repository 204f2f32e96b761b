"""When an event happened: the time expression in its words, else what its tense and place in the story say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from dateline.coding.arguments import Graph
from dateline.knowledge.times import TimeWords
from dateline.model import EventDate, Precision, ResolvedStory, SegmentKind, Status, Timex, Token

# Sentences of the body, counted from the top, that tell the day's news unless they say otherwise.
NEWS_SENTENCES = 3
# Clauses that tell something aside from the sentence's news.
ASIDES = frozenset({"relcl"})
ANNIVERSARIES = frozenset({"anniversary", "centenary", "bicentenary", "jubilee", "commemoration"})
MAX_CLIMB = 6
# Reasons of dates that no words give.
SPOKEN = "an act of speech reported on the story's day"
NEWS = "news of the story's day; the text gives no other date"


@cache
def time_words() -> TimeWords:
    """Return the shipped words of time, read once a process."""
    return TimeWords.load()


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
        inside = [t for t in inside if self._may_date(t, status)]
        jubilee = self._jubilee(token)
        if jubilee is not None:
            inside = [t for t in inside if self._is_past_year(t)]
        own = self._nearest(token, inside)
        if own is not None:
            return _dated(own, f"{own.reason or own.value}: stands in the event's own clause"), own
        if jubilee is not None:
            return jubilee, None
        above = self._above(token)
        if above is not None and self._may_date(above, status):
            return _dated(above, f"{above.reason or above.value}: stands in the clause above"), above
        if spoken or announced:
            return self._today(SPOKEN), None
        sentence = [t for t in self._dates if self._parsed.tokens[t.first].sent == token.sent]
        if len(sentence) == 1 and self._may_date(sentence[0], status) and not self._is_aside(token, sentence[0]):
            return _dated(
                sentence[0], f"{sentence[0].reason or sentence[0].value}: the sentence's only date"
            ), sentence[0]
        if self._is_news(token) and status in {Status.HAPPENED, Status.ONGOING} and not self._is_background(token):
            return self._today(NEWS), None
        return EventDate(reason="the text gives no date"), None

    def _may_date(self, timex: Timex, status: Status) -> bool:
        """Say whether a time may be an event's own: what has happened did not happen after the story's day."""
        if status is Status.PLANNED or self._day is None or timex.begin is None:
            return True
        return timex.begin <= self._day

    def _is_past_year(self, timex: Timex) -> bool:
        return self._day is None or timex.begin is None or timex.begin.year < self._day.year

    def _is_aside(self, token: Token, timex: Timex) -> bool:
        """Say whether an event is told in a clause aside while the sentence's date stands outside it.

        "The man who attacked the embassy was jailed on Monday": Monday dates the jailing alone.
        """
        verb = token
        while verb.head != verb.i and not (verb.pos in {"VERB", "AUX"} and verb.dep in ASIDES):
            verb = self._parsed.head(verb)
        if verb.dep not in ASIDES:
            return False
        return timex.first not in {t.i for t in self._parsed.subtree(verb)}

    def _jubilee(self, token: Token) -> EventDate | None:
        """Date what an anniversary remembers: its number of years before the day that the anniversary falls on."""
        noun = self._anniversary_over(token)
        if noun is None:
            return None
        years = self._years_of(noun)
        dated = self._nearest(noun, self._inside(self._graph.core(noun.i))) or self._above(noun)
        day = dated.begin if dated is not None else self._day
        if years is None or day is None:
            return EventDate(reason="remembered on an anniversary; the text gives no date")
        year = day.year - years
        return EventDate(
            value=f"{year:04d}",
            begin=date(year, 1, 1),
            end=date(year, 12, 31),
            precision=Precision.YEAR,
            reason=f"{years} years before the anniversary told of",
        )

    def _anniversary_over(self, token: Token) -> Token | None:
        above = token
        for _ in range(MAX_CLIMB):
            if above.head == above.i:
                return None
            above = self._parsed.head(above)
            if above.lemma in ANNIVERSARIES:
                return above
            if above.pos in {"VERB", "AUX"} and above.dep != "relcl":
                return None
        return None

    def _years_of(self, noun: Token) -> int | None:
        """Read "20th anniversary", "fifth anniversary", "30-year anniversary"."""
        for child in self._parsed.children(noun, "amod", "nummod", "compound", "nmod"):
            figures = re.match(r"(\d{1,3})(?:st|nd|rd|th|-year|-)?", child.text.lower())
            if figures:
                return int(figures[1])
            ordinal = time_words().ordinals.get(child.text.lower())
            if ordinal is not None:
                return ordinal
        return {"centenary": 100, "bicentenary": 200}.get(noun.lemma)

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
