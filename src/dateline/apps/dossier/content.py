"""What a dossier holds, before it is given a form: plain records, every one with its references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.apps.charts import Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One report that the dossier rests on.

    Attributes:
        number: Its number in this dossier, from 1.
        day: Its dateline's day, in words.
        kind: original, copy or version; of: number of the report that it repeats, if that is listed too.
    """

    number: int
    story_id: str
    agency: str
    day: str
    headline: str
    url: str
    origin: str
    sha256: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """Where the words of a line stand: a report and half-open character offsets into its text.

    Attributes:
        number: Number of the source.
        link: Address of the record in the workbench, if one was given.
    """

    number: int
    label: str
    story_id: str
    start: int
    end: int
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a line; `mark` are the ones that decided, between `before` and `after`.

    Attributes:
        lead, tail: The rest of the sentence, where the clause alone is too short to be understood.
    """

    before: str
    mark: str = ""
    after: str = ""
    lead: str = ""
    tail: str = ""

    def whole(self) -> str:
        """Return the clause that the reference points at."""
        return f"{self.before}{self.mark}{self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event, told by one or more reports.

    Attributes:
        day: When it happened, in words; empty when unknown.
        told: Day of the report.
        reason: How the date was found.
        gloss: What the code means, in words.
        details: Place, speaker, casualties and the like, each a short phrase.
        review: What reviewers say of it, in words; empty when nobody looked.
    """

    event_id: str
    day: str
    told: str
    reason: str
    actors: str
    recipients: str
    type: str
    gloss: str
    cameo: str
    quad: str
    score: float
    status: str
    confidence: float
    details: tuple[str, ...]
    words: Words
    refs: tuple[Ref, ...]
    review: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One thing said by a subject; `direct` ones keep their quotation marks.

    Attributes:
        act: says, denies, demands ...; cue: the report's own word for it.
        content: What is said; words: the same with the sentence around it, where it is short.
    """

    day: str
    speaker: str
    act: str
    cue: str
    to: str
    content: str
    words: Words
    direct: bool
    ref: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One commitment, threat, demand or plan, and what became of it."""

    made: str
    kind: str
    what: str
    due: str
    state: str
    settled: str
    words: str
    ref: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingTie:
    """One standing relation; the last of its details is what reviewers say of it, if anybody looked."""

    kind: str
    parties: str
    period: str
    as_of: str
    details: tuple[str, ...]
    words: str
    ref: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One event as several reports tell it."""

    day: str
    what: str
    reports: int
    agencies: str
    differences: str
    words: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """One line of the table of figures: a direction, events by quad class, and their mean score."""

    direction: str
    counts: tuple[int, ...]
    total: int
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything that a dossier says.

    Attributes:
        subjects: Names with codes.
        summary: Its gist in a few sentences.
        standing: How far people have read it: the first thing that a reader must know.
        figures: Label and value.
        incidents: None when the run has no table of incidents.
        counterparts: Of a dossier on one actor: others by number of events.
        method: Label and value, for the method note; notes: what a reader must know about the method.
    """

    title: str
    subjects: tuple[str, ...]
    period: str
    summary: tuple[str, ...]
    standing: str
    figures: tuple[tuple[str, str], ...]
    balance: tuple[Balance, ...]
    counterparts: tuple[Balance, ...]
    charts: tuple[Chart, ...]
    lines: tuple[Line, ...]
    undated: tuple[Line, ...]
    rejected: tuple[Line, ...]
    quotes: tuple[Quote, ...]
    promises: tuple[Promise, ...]
    ties: tuple[StandingTie, ...]
    incidents: tuple[Incident, ...] | None
    sources: tuple[Source, ...]
    method: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]

    def chart(self, name: str) -> Chart | None:
        """Return a chart by its name."""
        return next((chart for chart in self.charts if chart.name == name), None)


Row = dict[str, Any]
