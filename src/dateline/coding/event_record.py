"""The record of an event: what a draft that stands becomes, and the planned event that a promise or threat is about."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from dateline.coding.drafts import Draft, trigger_span
from dateline.coding.event_evidence import EventEvidence
from dateline.coding.parties.parties import Parties
from dateline.coding.sentence_contexts import SentenceContexts
from dateline.coding.sieve import PROMISING, VERBAL
from dateline.coding.speech.attribution import said_by
from dateline.coding.standing import Case
from dateline.coding.status.status import Reading
from dateline.coding.structure.arguments import Graph
from dateline.coding.when.dates import Dates
from dateline.coding.when.dating import Asked, Dating
from dateline.coding.where.places import Places
from dateline.knowledge.codebook import Codebook
from dateline.model import Attribution, Event, EventDate, EventType, Participant, ResolvedStory, Statement, Status


class EventRecords:
    """Makes the records of one story's events."""

    def __init__(
        self,
        resolved: ResolvedStory,
        statements: tuple[Statement, ...],
        graph: Graph,
        *,
        parties: Parties,
        codebook: Codebook,
        contexts: SentenceContexts,
        sites: frozenset[str],
    ) -> None:
        """Prepare for one story; `sites` are nouns that a place's name may stand before as their own name."""
        self._parsed = resolved.parsed
        self._statements = statements
        self._parties = parties
        self._codebook = codebook
        self._contexts = contexts
        self._dates = Dates(resolved, graph)
        self._places = Places(resolved, graph, sites=sites)
        self._evidence = EventEvidence(graph)

    def of(self, case: Case) -> Event:
        """Return the record of a draft that stands, with its date, place, context and evidence."""
        draft, actors, recipients = case.draft, case.actors, case.recipients
        chain = said_by(trigger_span(self._parsed, draft), self._statements)
        when, timex = self._dated(case, chain)
        place, words = self._places.of(
            self._parsed.tokens[draft.token],
            event_type=draft.type,
            mode=draft.mode,
            actors=actors,
            recipients=recipients,
        )
        return replace(
            self._record(draft, actors, recipients),
            contexts=self._contexts.of(draft),
            status=self._status(case.status, when),
            date=when,
            place=place,
            said_by=chain,
            confidence=confidence(draft, actors, recipients),
            evidence=self._evidence.of(
                draft,
                actors,
                recipients,
                reading=case.reading,
                date=timex.span if timex else None,
                place=words,
            ),
        )

    def content(self, draft: Draft, above: Event) -> Event:
        """Return the planned event that a promise or threat is about; whom it does not name the event above does."""
        actors, recipients = self._parties.named(draft)
        actors = actors or above.actors
        if self._codebook.types[draft.type].needs_recipient and not recipients:
            recipients = above.recipients
        return replace(
            self._record(draft, actors, recipients),
            contexts=above.contexts,
            status=Status.PLANNED,
            date=self._dates.planned(self._parsed.tokens[draft.token]),
            said_by=above.said_by,
            confidence=above.confidence,
            evidence=self._evidence.of(draft, actors, recipients, reading=Reading(Status.PLANNED)),
            content_of=above.id,
        )

    def _record(self, draft: Draft, actors: tuple[Participant, ...], recipients: tuple[Participant, ...]) -> Event:
        """Return a record with all that type, mode and parties alone say."""
        modes = (draft.mode,) if draft.mode else ()
        return Event(
            id=self._id(draft),
            story_id=self._parsed.story.id,
            type=draft.type,
            modes=modes,
            cameo=draft.cameo,
            quad=self._codebook.types[draft.type].quad,
            plover_score=self._codebook.score(draft.type, modes),
            goldstein=self._codebook.goldstein(draft.cameo),
            actors=actors,
            recipients=recipients,
            opinions=draft.opinions,
        )

    def _dated(self, case: Case, chain: tuple[Attribution, ...]) -> Dating:
        """Return an event's date: what is said is of the day it is said, a meeting of the day it is held."""
        draft = case.draft
        in_words = self._codebook.types[draft.type].quad in VERBAL
        met = draft.type is EventType.CONSULT
        spoken = draft.needs_speaker or (bool(chain) and in_words)
        return self._dates.of(
            Asked(
                token=self._parsed.tokens[draft.token],
                status=case.status,
                spoken=spoken and not met,
                announced=draft.content is not None or draft.type in PROMISING,
                verbal=in_words and not met,
            )
        )

    def _status(self, status: Status, when: EventDate) -> Status:
        """Return what goes on as planned where it is to come: "is travelling on Tuesday", in a report of Monday."""
        day = self._parsed.story.day
        ahead = day is not None and when.begin is not None and when.begin > day
        return Status.PLANNED if status is Status.ONGOING and ahead else status

    def _id(self, draft: Draft) -> str:
        start = self._parsed.tokens[min(draft.trigger)].start
        key = f"{self._parsed.story.id}|{draft.type}|{start}|{draft.rule}"
        return hashlib.sha256(key.encode()).hexdigest()[:16]


def as_sure(event: Event, draft: Draft) -> Event:
    """Return an event with the opinions that its draft has after the last look, and as sure as they make it.

    Args:
        event: The event as it was before.
        draft: Its draft as it is now.
    """
    if draft.opinions == event.opinions:
        return event
    sure = confidence(draft, event.actors, event.recipients)
    return replace(event, opinions=draft.opinions, confidence=sure)


def confidence(draft: Draft, actors: tuple[Participant, ...], recipients: tuple[Participant, ...]) -> float:
    """Return how sure an event is (0 to 1): its first opinion counts, and how sure its parties are."""
    scores = [p.resolution.score for p in (*actors, *recipients)]
    parties = sum(scores) / len(scores) if scores else 0.3
    return round(min(0.99, draft.opinions[0].confidence * (0.7 + 0.3 * parties)), 3)
