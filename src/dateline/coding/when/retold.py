"""The day of a deed that a report's first sentence tells without one, and a later sentence tells again with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.coding.merge import keys
from dateline.coding.sieve import VERBAL
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import Clauses
from dateline.coding.structure.voices import PASSIVE_SUBJECTS, SUBJECTS, is_passive
from dateline.coding.when.dating import ALONE, NEWS, dated
from dateline.coding.when.news_day import LEAD_DAYS
from dateline.knowledge.times import time_words
from dateline.model import (
    Event,
    EventDate,
    Evidence,
    EvidenceKind,
    Precision,
    ResolvedStory,
    Sentence,
    Status,
    Timex,
    Token,
)

# Before a noun that takes up what was told.
TAKING_UP = frozenset({"the", "this", "these", "both"})
REASON = "the day on which it is told again"


class Retold:
    """Dates what the first sentence of one story tells.

    Example:
        "Rebels have freed a nurse, police said on Tuesday. She was handed over on Monday": freed on Monday.
    """

    def __init__(self, resolved: ResolvedStory, graph: Graph) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._day = resolved.parsed.story.day
        self._days = [t for t in resolved.timexes if t.precision is Precision.DAY and self._is_recent(t.begin)]
        self._clauses = Clauses(graph)

    def dated(self, events: Sequence[Event]) -> list[Event]:
        """Return the events, with the day of their second telling for those of the first sentence that have none.

        Args:
            events: The events of the story, one a mention, in text order.
        """
        lead = self._parsed.lead
        if lead is None or self._day is None:
            return list(events)
        return [self._again(event, events, lead) if self._is_open(event, lead) else event for event in events]

    def _is_recent(self, day: date | None) -> bool:
        return day is not None and self._day is not None and 0 < (self._day - day).days <= LEAD_DAYS

    def _is_open(self, event: Event, lead: Sentence) -> bool:
        """Say whether the first sentence, or the headline, tells a deed whose day it was only taken to give."""
        deed = event.quad not in VERBAL and event.status is Status.HAPPENED and event.content_of is None
        weak = event.date.reason.startswith(NEWS) or event.date.reason.endswith(ALONE)
        return deed and weak and event.date.begin == self._day and self._start(event) < lead.span.end

    def _start(self, event: Event) -> int:
        return min(e.span.start for e in event.evidence if e.kind is EvidenceKind.TRIGGER)

    def _again(self, event: Event, events: Sequence[Event], lead: Sentence) -> Event:
        later = [e for e in events if self._start(e) >= lead.span.end and self._is_same(event, e)]
        if len({e.date.value for e in later}) == 1:
            told = next((e for e in later[0].evidence if e.kind is EvidenceKind.DATE), None)
            return self._with(event, replace(later[0].date, reason=f"{later[0].date.reason}; {REASON}"), told)
        timex = self._after(event, lead) if not later else None
        if timex is None:
            return event
        told = Evidence(kind=EvidenceKind.DATE, span=timex.span, text=timex.span.of(self._parsed.story.text))
        return self._with(event, dated(timex, REASON), told)

    def _with(self, event: Event, day: EventDate, told: Evidence | None) -> Event:
        rest = tuple(e for e in event.evidence if e.kind is not EvidenceKind.DATE)
        return replace(event, date=day, evidence=(*rest, *([told] if told else ())))

    def _is_same(self, first: Event, second: Event) -> bool:
        """Say whether a later sentence, which names the day, may tell the same deed: one side may be left out there."""
        if second.type is not first.type or second.status is not first.status or second.content_of is not None:
            return False
        if not self._is_recent(second.date.begin) or second.date.precision is not Precision.DAY:
            return False
        doers, others = keys(first.actors), keys(second.actors)
        done_to, again = keys(first.recipients), keys(second.recipients)
        return (done_to == again or bool(done_to & again)) and (doers == others or not (doers and others))

    def _after(self, event: Event, lead: Sentence) -> Timex | None:
        """Return the day of the sentence after the first, where it tells what befell those whom the deed hit."""
        following = self._parsed.sentences[lead.i + 1 : lead.i + 2]
        token = next(t for t in self._parsed.tokens if t.start == self._start(event))
        if not following or following[0].kind is not lead.kind or not self._is_main(token):
            return None
        root = self._parsed.tokens[following[0].root]
        inside = {t.i for t in self._graph.core(root.i)}
        days = [t for t in self._days if t.first in inside and not self._clauses.is_beside(t, root)]
        takes_up = any(self._takes_up(s, root) for s in self._parsed.children(root, *SUBJECTS, *PASSIVE_SUBJECTS))
        return days[0] if len(days) == 1 and takes_up and self._clauses.is_told_now(root) else None

    def _is_main(self, token: Token) -> bool:
        """Say whether a deed is what the sentence tells, by itself or as what somebody says."""
        return token.dep == "ROOT" or (token.dep == "ccomp" and self._parsed.head(token).dep == "ROOT")

    def _takes_up(self, subject: Token, verb: Token) -> bool:
        """Say whether a subject is the deed itself, "the attack", or who suffers what the verb in the passive tells."""
        definite = subject.pos in {"PROPN", "PRON"} or any(
            c.text.lower() in TAKING_UP for c in self._parsed.children(subject, "det", "predet")
        )
        return definite and (is_passive(self._parsed, verb) or subject.lemma in time_words().occasions)
