"""What is news of the day that a report tells of, and which day that is."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import Clauses
from dateline.coding.when.date_fits import DateFits
from dateline.knowledge.times import time_words
from dateline.model import EventDate, ParsedStory, Precision, SegmentKind, Timex, Token

# Sentences of the body, counted from the top, that tell the day's news unless they say otherwise.
NEWS_SENTENCES = 3
# Sentences within which a main clause in the past goes on with the day's news, unless its paragraph tells the past.
TOLD_SENTENCES = 16
# Days that a report may come after the news that its first sentence tells.
LEAD_DAYS = 4
# Before "later": so soon that it was the same day.
MOMENTS = frozenset({"hour", "minute", "moment"})
SAYING = frozenset({"say", "tell", "warn", "believe", "think", "insist"})


class NewsDay:
    """Reads what one story tells as news."""

    def __init__(self, graph: Graph, clauses: Clauses, fits: DateFits) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._clauses = clauses
        self._fits = fits
        self._day = graph.parsed.story.day

    def today(self, reason: str, *, aside: bool = False) -> EventDate:
        """Return the day of the news: the story's, or the one shortly before of which its first sentence tells.

        Args:
            reason: Why the event is of that day.
            aside: Whether the event is told in a clause aside, which has the story's own day.
        """
        if self._day is None:
            return EventDate(reason="the story has no date")
        day = self._day if aside else self._lead_day or self._day
        why = reason if day == self._day else f"{reason}, told by its first sentence"
        return EventDate(value=day.isoformat(), begin=day, end=day, precision=Precision.DAY, reason=why)

    def is_news(self, token: Token, *, within: int = NEWS_SENTENCES) -> bool:
        """Say whether a token stands in the headline or so near the top that it tells news."""
        if self._parsed.sentences[token.sent].kind is SegmentKind.HEADLINE:
            return True
        body = [s.i for s in self._parsed.sentences if s.kind is SegmentKind.PARAGRAPH]
        return token.sent in body[:within]

    def goes_on(self, token: Token) -> bool:
        """Say whether a main clause in the past still goes on with the news at its place in the story."""
        return self.is_news(token, within=TOLD_SENTENCES)

    def has_an_hour(self, token: Token) -> bool:
        """Say whether a deed's clause names a part of the day and no day: "let him go in the afternoon"."""
        core = list(self._graph.core(token.i))
        named = [t for t in core if t.dep == "pobj" and t.lemma in time_words().hours]
        named += [t for t in core if t.lemma == "later" and self._parsed.tokens[t.i - 1].lemma in MOMENTS]
        return any(not self._parsed.has(t, "compound", "amod", "nmod", "poss", "prep") for t in named)

    @cached_property
    def _lead_day(self) -> date | None:
        """Return the day that the first sentence's main clause tells of, where it lies shortly before the story's own.

        "On Tuesday the premier defended the plan", in a story of Friday: what he went on to say, he said on Tuesday.
        """
        first = self._parsed.lead
        if first is None or self._day is None:
            return None
        root = self._parsed.tokens[first.root]
        if root.tag == "VBZ" and root.lemma in SAYING:
            return self._interview_day(first.i)
        told = [t for t in self._fits.inside(self._graph.core(root.i)) if t.precision is Precision.DAY]
        told = [t for t in told if not self._clauses.is_beside(t, root) and not self._clauses.is_about(t, root)]
        told = [t for t in told if not self._fits.names_what_is_judged(t, root)]
        nearest = self._fits.nearest(root, told)
        return self._shortly_before(nearest) if nearest is not None and root.tag in {"VBD", "VBN"} else None

    def _interview_day(self, first: int) -> date | None:
        """Return the day of the interview that a report's "says" stands for: "said in an interview on Thursday"."""
        near = [s for s in self._parsed.sentences if first < s.i <= first + NEWS_SENTENCES]
        for sentence in near:
            tokens = [t for t in self._parsed.tokens if t.sent == sentence.i]
            days = [t for t in self._fits.inside(tokens) if t.precision is Precision.DAY and t.begin is not None]
            if any(t.lemma == "interview" for t in tokens) and len(days) == 1:
                return self._shortly_before(days[0])
        return None

    def _shortly_before(self, timex: Timex) -> date | None:
        if timex.begin is None or self._day is None:
            return None
        return timex.begin if 0 <= (self._day - timex.begin).days <= LEAD_DAYS else None


def is_background(parsed: ParsedStory, token: Token) -> bool:
    """Say whether the verb is past perfect: told as older than the news."""
    return token.tag == "VBN" and any(c.text.lower() == "had" for c in parsed.children(token, "aux"))
