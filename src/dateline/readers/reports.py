"""What a document format says of one report, put together to a `Story`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dateline.model import DatelineFact, Rejected, Story, StoryStatus
from dateline.readers.datelines import place_name
from dateline.readers.dates import Dated
from dateline.readers.headlines import most_severe
from dateline.readers.inputs import Input
from dateline.readers.limits import HEADLINE_CHARS, STORY_CHARS
from dateline.readers.wire_text import story_from_text, withhold

UNDATED = Dated(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The parts of one report as an adapter found them.

    Attributes:
        body: Its text, paragraphs parted by blank lines; the headline is set above it when the story is made.
        id: The identifier in its format.
        published: The date that was read, with the remark on it.
        version: Number of the version, where the format counts them.
        item_no: The wire's own number or slug of the item, by which a later kill may name it.
        supersedes: Id or number of the report that this one replaces, corrects or kills.
        is_partial: Whether the text is only a summary or part of the report.
        withdrawal: Why it must not be coded, for an item that its sender has withdrawn.
    """

    body: str
    headline: str | None = None
    id: str | None = None
    published: Dated = UNDATED
    publisher: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline_place: str | None = None
    dateline_date: Dated = UNDATED
    url: str | None = None
    language: str | None = None
    status: StoryStatus = StoryStatus.USABLE
    version: int | None = None
    item_no: str | None = None
    supersedes: str | None = None
    is_partial: bool = False
    withdrawal: str | None = None
    notes: tuple[str, ...] = ()


def to_story(report: Report, source: Input, *, position: str = "") -> Story | Rejected:
    """Make a story of a report.

    Args:
        report: Its parts.
        source: The input that held it.
        position: Where in the input it stood.

    Returns:
        The story, whose text is the headline and the body; or a rejected record when there is no text or too much.
    """
    report = _sensible(report)
    text = _whole_text(report)
    story_id = report.id
    if not text.strip():
        if report.status is not StoryStatus.WITHDRAWN:
            return _refused(report, source, position, "the item holds no text", "only reports with text are coded")
        text = report.withdrawal or "withdrawn"
    if len(text) > STORY_CHARS:
        reason = f"a text of {len(text)} characters, above the limit of {STORY_CHARS} a story"
        return _refused(report, source, position, reason, "give one report an item")
    origin = f"{source.origin}:{position}" if position else source.origin
    when = report.published.when
    headline, publisher = report.headline, report.publisher
    story = story_from_text(text, id=story_id, published=when, title=headline, publisher=publisher, origin=origin)
    return _with_facts(story, report)


def _sensible(report: Report) -> Report:
    """Clean the short fields: one line each, encodable, and no longer than such a field can be."""
    headline = one_line(report.headline)
    notes = report.notes
    if headline and len(headline) > HEADLINE_CHARS:
        notes = (*notes, f"a headline of {len(headline)} characters was left out")
        headline = None
    return replace(
        report,
        body=report.body.encode("utf-8", "replace").decode("utf-8"),
        headline=headline,
        id=short(report.id),
        publisher=short(report.publisher),
        agency=short(report.agency),
        byline=short(report.byline),
        dateline_place=short(report.dateline_place),
        url=short(report.url, 2_000),
        language=short(report.language),
        item_no=short(report.item_no),
        supersedes=short(report.supersedes),
        notes=notes,
    )


def one_line(value: object) -> str | None:
    """Return text on one line, with what no table takes replaced; None for anything that is no text."""
    if not isinstance(value, str):
        return None
    words = value.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")
    return " ".join(words.split()) or None


def short(value: object, most: int = 300) -> str | None:
    """Return the text of a short field, cut where it is far too long for one."""
    words = one_line(value)
    return words[:most] if words else None


def _whole_text(report: Report) -> str:
    body = report.body.strip()
    headline = report.headline
    if not headline:
        return body
    first = body.split("\n", 1)[0]
    return body if _folded(first) == _folded(headline) else f"{headline}\n\n{body}" if body else headline


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", words).casefold().strip()


def _with_facts(story: Story, report: Report) -> Story:
    notes = (*report.notes, *story.notes)
    if report.published.note and report.published.note not in notes and report.published.note != "no date given":
        notes = (*notes, report.published.note)
    if report.is_partial:
        notes = (*notes, "only a part of the report's text")
    story = replace(
        story,
        agency=report.agency or story.agency,
        byline=report.byline or story.byline,
        dateline=_dateline(report, story.dateline),
        url=report.url,
        language=report.language or "en",
        status=most_severe(report.status, story.status),
        item_version=report.version,
        item_no=report.item_no or story.item_no,
        supersedes=report.supersedes or story.supersedes,
        text_is_partial=report.is_partial,
        notes=notes,
    )
    if report.status is StoryStatus.WITHDRAWN:
        return withhold(story, report.withdrawal)
    return story


def _dateline(report: Report, found: DatelineFact | None) -> DatelineFact | None:
    """Take the format's own dateline where it has one; what it leaves out stays as the text has it."""
    day = report.dateline_date.when
    if not report.dateline_place and not day:
        return found
    fact = found or DatelineFact()
    place = place_name(report.dateline_place) if report.dateline_place else fact.place
    return replace(fact, place=place, date=day.date() if day else fact.date)


def _refused(report: Report, source: Input, position: str, reason: str, advice: str) -> Rejected:
    raw = f"{report.headline or ''} {report.body}".strip()
    return replace(source.rejected(reason, advice, position=position, raw=raw), story_id=report.id)


def merged(paragraphs: list[str]) -> str:
    """Return paragraphs as one body."""
    return "\n\n".join(paragraphs)
