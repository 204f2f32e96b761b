"""A news report as it was read: text, facts about it, and what each stretch is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dateline.model.enums import SegmentKind, StoryStatus
from dateline.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of `Story.text` with one purpose; only headlines and paragraphs are coded."""

    kind: SegmentKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The segment's character range."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineFact:
    """The line that opens a wire report: where, when and by whom it was filed."""

    place: str | None = None
    date: date | None = None
    agency: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One news report.

    Attributes:
        id: The identifier given by the input, else the first 16 hex digits of the text's SHA-256.
        text: The text exactly as it is coded; every offset of every record points into it.
        published: Date or time of publication as the input gives it; None when unknown.
        date_source: Where `published` came from: `field`, `print time`, `dateline`, `file name` or `none`.
        headline: The headline's words, whether or not they also stand in `text`.
        segments: What each stretch of `text` is, in order and without overlap.
        publisher: The outlet; `agency` is the wire service that filed the report.
        supersedes: Id, or the wire's number, of the report that this one replaces, corrects or kills.
        item_no: The wire's own number or slug of this report ("bdt0123"), by which a later notice may name it.
        item_version: Number of the version, where the format counts them.
        text_is_partial: The input holds only a summary or a part of the report.
        origin: File (and member, and line) that the story came from.
        notes: Remarks of the reader, such as replaced bytes or an odd date.
    """

    id: str
    text: str
    published: datetime | None = None
    date_source: str = "none"
    headline: str | None = None
    segments: tuple[Segment, ...] = ()
    publisher: str | None = None
    agency: str | None = None
    dateline: DatelineFact | None = None
    byline: str | None = None
    url: str | None = None
    language: str = "en"
    update_no: int | None = None
    status: StoryStatus = StoryStatus.USABLE
    supersedes: str | None = None
    item_no: str | None = None
    item_version: int | None = None
    text_is_partial: bool = False
    origin: str = ""
    notes: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """Show head and text in a notebook."""
        from dateline.model.display import story_html

        return story_html(self)

    @property
    def day(self) -> date | None:
        """The day that relative dates count from: the dateline's, else publication's."""
        if self.dateline and self.dateline.date:
            return self.dateline.date
        return self.published.date() if self.published else None
