"""A story whose actors, places and times are resolved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.entities import Place, Resolution
from dateline.model.enums import MentionKind, Precision
from dateline.model.parsed import ParsedStory
from dateline.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that names or describes an actor.

    Attributes:
        i: Index in `ResolvedStory.mentions`.
        first, last: Token range `[first, last)`.
        head: Index of the syntactic head token.
        span: Characters.
        kind: Name, description, pronoun, or deictic (I, we, you).
        chain: Number of the coreference chain; mentions of one actor share it.
        resolution: Who it is; None when nothing is known.
        parts: Indices of the mentions that a group is made of ("the two leaders" -> both leaders).
        plural: Whether the words are plural.
    """

    i: int
    first: int
    last: int
    head: int
    span: Span
    kind: MentionKind
    chain: int
    resolution: Resolution | None = None
    parts: tuple[int, ...] = ()
    plural: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name in the text and the gazetteer record it means."""

    first: int
    last: int
    head: int
    span: Span
    place: Place | None
    score: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression, with the fields of TIMEX3.

    Attributes:
        type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value (`2017-05`, `P2Y`, `PRESENT_REF`).
        mod: TIMEX3 modifier (`APPROX`, `START` ...) or None.
        begin, end: First and last day the value covers, where it names days.
        precision: How fine it is.
        reason: How it was normalised ("weekday before the dateline").
    """

    first: int
    last: int
    span: Span
    type: str
    value: str
    mod: str | None = None
    begin: date | None = None
    end: date | None = None
    precision: Precision = Precision.UNKNOWN
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedStory:
    """A parsed story with mentions, toponyms and time expressions, and the place of its dateline."""

    parsed: ParsedStory
    mentions: tuple[Mention, ...]
    toponyms: tuple[Toponym, ...]
    timexes: tuple[Timex, ...]
    home: Place | None = None
