"""The record that Dateline keeps: events, statements and ties, each pointing at its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.model.entities import Place, Resolution
from dateline.model.enums import (
    ContentForm,
    EventType,
    EvidenceKind,
    Precision,
    QuadClass,
    SpeechAct,
    SpeechKind,
    Status,
)
from dateline.model.resolved import ResolvedStory
from dateline.model.spans import Span
from dateline.model.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A span of the story that supports one part of a record, and what decided it.

    Attributes:
        mention: Number of the mention of the event that the span belongs to, from 0.
        rule: The frame, ruling or resolution rule behind it.
    """

    kind: EvidenceKind
    span: Span
    text: str
    mention: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor, recipient, speaker or party: its words and who it is."""

    span: Span
    text: str
    resolution: Resolution


def codes_of(parties: Iterable[Participant]) -> frozenset[str]:
    """Return the countries and bodies that some parties stand for (`Resolution.codes`)."""
    return frozenset(code for party in parties for code in party.resolution.codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One link of the chain of sources that stands behind an event; the innermost speaker comes first.

    Attributes:
        mention: Number of the mention of the event that the chain stands behind, from 0.
    """

    speaker: Participant
    act: SpeechAct
    statement: str
    mention: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When the event happened (or is to happen), never the publication date passed off as it.

    Attributes:
        value: ISO 8601, as coarse as the text allows (`2017-05`); None when unknown.
        begin, end: The days it covers.
        precision: How fine it is.
        reason: How it was found.
    """

    value: str | None = None
    begin: date | None = None
    end: date | None = None
    precision: Precision = Precision.UNKNOWN
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """Where the event happened: the words, the gazetteer record, and why this one."""

    text: str
    place: Place | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people with bounds; `low == high` when the text gives one figure, with or without "about"."""

    low: int
    high: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties:
    """People dead, injured and arrested in an event, and the size of a crowd."""

    dead: Count | None = None
    injured: Count | None = None
    arrested: Count | None = None
    size: Count | None = None

    def completed(self, other: Casualties) -> Casualties:
        """Return these numbers, with those of another mention of the event where this one has none."""
        return Casualties(
            dead=self.dead or other.dead,
            injured=self.injured or other.injured,
            arrested=self.arrested or other.arrested,
            size=self.size or other.size,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one decider (a frame, the classifier, a ruling) said about an event, in words."""

    decider: str
    says: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, when, where, who says so, and how we know.

    Attributes:
        id: Stable over re-runs of the same story and version.
        content_of: Id of the verbal event that promises, threatens or demands this one, if any.
        opinions: What each decider said, first the one that won.
    """

    id: str
    story_id: str
    type: EventType
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str = ""
    quad: QuadClass
    plover_score: float
    goldstein: float | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    status: Status = Status.HAPPENED
    date: EventDate = EventDate()
    place: EventPlace | None = None
    casualties: Casualties = Casualties()
    said_by: tuple[Attribution, ...] = ()
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    content_of: str | None = None

    def _repr_html_(self) -> str:
        """Show the event's fields and words in a notebook."""
        from dateline.model.display import event_html

        return event_html(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that somebody is reported to have said, thought, demanded or denied.

    Attributes:
        source: Who says it; None when the text names nobody.
        cue: The words that report it ("said", "according to").
        content: What is said; several spans when the cue interrupts it.
        addressee: To whom, where the text says so.
        parent: Id of the statement that this one is reported in, for chains.
        form: In what shape the content stands.
        negated: The cue is denied: "did not say that", "has not commented on".
    """

    id: str
    story_id: str
    kind: SpeechKind
    act: SpeechAct
    source: Participant | None
    cue: Span | None
    content: tuple[Span, ...]
    addressee: Participant | None = None
    parent: str | None = None
    rule: str = ""
    form: ContentForm = ContentForm.CLAUSE
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A standing relation or arrangement that a report states.

    Attributes:
        kind: accreditation, regular-consultation, programme, partnership, membership, treaty, deployment, ...
        parties: Everyone the relation binds.
        holder, host: For one-way relations: who keeps something, and where.
        since, until: ISO dates, as coarse as the text allows.
        as_of: Day for which the report states it.
    """

    id: str
    story_id: str
    kind: str
    parties: tuple[Participant, ...]
    holder: str | None = None
    host: str | None = None
    office: str | None = None
    place: EventPlace | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    said_by: tuple[Attribution, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedStory:
    """Everything that one report yielded; `resolved` is kept only when asked for."""

    story: Story
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    ties: tuple[Tie, ...] = ()
    resolved: ResolvedStory | None = None

    def _repr_html_(self) -> str:
        """Show the story with its evidence marked, and what was found, in a notebook."""
        from dateline.model.display import coded_html

        return coded_html(self)
