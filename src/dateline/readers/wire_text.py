"""Plain text of a wire report to a `Story`: what stands above the body, the dateline, paragraphs, and what follows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from dateline.knowledge.wire import WireStyle
from dateline.model import DatelineFact, Segment, SegmentKind, Span, Story, StoryStatus
from dateline.readers.datelines import Opening, find_dateline
from dateline.readers.dates import is_print_time, odd
from dateline.readers.decoding import clean
from dateline.readers.headlines import read_tags
from dateline.readers.layout import blocks, cut_long, paragraphs
from dateline.readers.notices import read_notice

# A line above the body that is longer, or that ends like a sentence, is no headline.
_HEADLINE_CHARS = 220
# The body is looked for in so many lines; a list of names may be long, but nothing above a report is.
_HEAD_LINES = 12
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_NAMES = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*|and|of|the|in|for|with|de|van|von|al|bin|[,&/|])(?:\s(?!$)|(?=,)|$)")


@dataclass(slots=True)
class _Draft:
    """What has been found so far while a text is read from top to bottom."""

    text: str
    title: str | None
    published: datetime | None
    date_source: str
    pieces: list[Segment] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    headline: str | None = None
    byline: str | None = None
    dateline: DatelineFact | None = None
    update_no: int | None = None
    status: StoryStatus = StoryStatus.USABLE

    def add(self, kind: SegmentKind, span: Span) -> None:
        if span.start < span.end:
            self.pieces.append(Segment(kind=kind, start=span.start, end=span.end))


def story_from_text(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the story's own field name
    published: datetime | None = None,
    title: str | None = None,
    publisher: str | None = None,
    origin: str = "",
) -> Story:
    """Read one report from text: its dateline, headline, print time and byline become fields and segments.

    Args:
        text: The report; offsets of the result count its characters.
        id: Identifier; by default the first 16 hex digits of the text's SHA-256.
        published: Time of publication where the caller knows it; else a print time line or a dated dateline gives it.
        title: The headline where the caller knows it; it is coded only where it also stands in the text.
        publisher: The outlet.
        origin: Where the text came from.

    Returns:
        The story. Only headline and paragraph segments are coded later.

    Example:
        >>> story = story_from_text("OSLO, March 5, 2019 (Reuters) - Norway and Chile agreed to meet.")
        >>> story.agency, story.day.isoformat(), story.segments[-1].span.of(story.text)
        ('Reuters', '2019-03-05', 'Norway and Chile agreed to meet.')
    """
    cleaned = clean(text)
    draft = _Draft(text=cleaned.text, title=title, published=published, date_source="field" if published else "none")
    draft.notes.extend(cleaned.notes)
    spans = [span for block in blocks(draft.text) for span in paragraphs(draft.text, block)]
    body = _read_head(draft, spans)
    _read_body(draft, spans[body:])
    _finish(draft)
    story = Story(
        id=id or hashlib.sha256(draft.text.encode()).hexdigest()[:16],
        text=draft.text,
        published=draft.published,
        date_source=draft.date_source,
        headline=draft.headline,
        segments=tuple(draft.pieces),
        publisher=publisher,
        agency=draft.dateline.agency if draft.dateline else None,
        dateline=draft.dateline,
        byline=draft.byline,
        update_no=draft.update_no,
        status=draft.status,
        origin=origin,
        notes=tuple(draft.notes),
    )
    story = read_notice(story)
    return withhold(story) if story.status is StoryStatus.WITHDRAWN else story


def withhold(story: Story, reason: str | None = None) -> Story:
    """Return a withdrawn story with nothing left to code: what a kill notice repeats is what must not be coded.

    Args:
        story: The notice, or the item that its sender has withdrawn.
        reason: Why, where the input says it.
    """
    note = f"withdrawn by its agency; not coded{f' ({reason})' if reason else ''}"
    others = tuple(n for n in story.notes if not n.startswith("withdrawn by its agency"))
    pieces = tuple(Segment(kind=SegmentKind.FURNITURE, start=p.start, end=p.end) for p in story.segments)
    return replace(story, status=StoryStatus.WITHDRAWN, segments=pieces, notes=(*others, note))


def _read_head(draft: _Draft, spans: Sequence[Span]) -> int:
    """Take the lines above the body and return the number of the body's first paragraph."""
    first = _body_start(draft, spans)
    for span in spans[:first]:
        _read_head_line(draft, span)
    if draft.title and not draft.headline:
        _take_tags(draft, draft.title)
        draft.headline = draft.title
    return first


def _body_start(draft: _Draft, spans: Sequence[Span]) -> int:
    """Return the number of the first paragraph that is a sentence of the report or opens with a dateline."""
    head = spans[:_HEAD_LINES]
    for n, span in enumerate(head):
        if find_dateline(draft.text, span.start, span.end, reference=None):
            return n
    untitled = draft.title is None
    for n, span in enumerate(head):
        words = span.of(draft.text)
        if is_print_time(words) or _is_byline(words) or _furniture(words, "head") or _same(words, draft.title):
            continue
        if untitled and n + 1 < len(spans) and _looks_like_headline(words):
            untitled = False
            continue
        return n
    return min(len(spans), _HEAD_LINES) if len(spans) > 1 else 0


def _looks_like_headline(words: str) -> bool:
    return len(words) <= _HEADLINE_CHARS and not _SENTENCE_END.search(words) and words[:1] not in "\"“'‘-–—•*"


def _same(words: str, title: str | None) -> bool:
    return title is not None and _folded(words) == _folded(title)


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", words).casefold().strip()


def _read_head_line(draft: _Draft, span: Span) -> None:
    words = span.of(draft.text)
    when = is_print_time(words)
    if when is not None:
        draft.add(SegmentKind.PRINT_TIME, span)
        if draft.published is None:
            draft.published, draft.date_source = when, "print time"
    elif _is_byline(words):
        draft.add(SegmentKind.BYLINE, span)
        draft.byline = draft.byline or words
    elif _furniture(words, "head") or len(words) > _HEADLINE_CHARS:
        draft.add(SegmentKind.FURNITURE, span)
    else:
        _read_headline(draft, span)


def _read_headline(draft: _Draft, span: Span) -> None:
    words = span.of(draft.text)
    start = span.start + _take_tags(draft, words)
    draft.add(SegmentKind.FURNITURE, Span(span.start, span.start + len(draft.text[span.start : start].rstrip())))
    draft.add(SegmentKind.HEADLINE, Span(start, span.end))
    draft.headline = draft.headline or (draft.title if _same(words, draft.title) else words[start - span.start :])


def _take_tags(draft: _Draft, words: str) -> int:
    tagged = read_tags(words)
    if draft.update_no is None:
        draft.update_no = tagged.update_no
    if tagged.status is not StoryStatus.USABLE:
        draft.status = tagged.status
    return tagged.start


def _is_byline(words: str) -> bool:
    if len(words) > 160 or _SENTENCE_END.search(words.removesuffix(".")):
        return False
    for pattern in WireStyle.load().bylines:
        match = pattern.match(words)
        if match:
            rest = words[match.end() :].strip()
            lower = sum(word[:1].islower() for word in rest.split())
            return not rest or (lower <= 4 and bool(_NAMES.match(rest)))
    return False


def _furniture(words: str, where: str) -> bool:
    return any(
        line.where in {"any", where} and line.pattern.match(words.strip(" \t")) for line in WireStyle.load().furniture
    )


def _read_body(draft: _Draft, spans: Sequence[Span]) -> None:
    tail = len(spans)
    while tail > 1 and _is_tail(draft.text, spans[tail - 1]):
        tail -= 1
    for n, span in enumerate(spans):
        if n >= tail or (n and _furniture(span.of(draft.text), "any")):
            draft.add(SegmentKind.FURNITURE, span)
            continue
        if n <= 1 and draft.dateline is None:
            span = _after_dateline(draft, span)
        pieces = list(cut_long(draft.text, span))
        for piece in pieces:
            draft.add(SegmentKind.PARAGRAPH, piece)
        if len(pieces) > 1:
            draft.notes.append("a very long paragraph was cut for parsing")


def _is_tail(text: str, span: Span) -> bool:
    words = span.of(text)
    return _furniture(words, "tail") or is_print_time(words) is not None


def _after_dateline(draft: _Draft, span: Span) -> Span:
    reference = draft.published.date() if draft.published else None
    opening = find_dateline(draft.text, span.start, span.end, reference=reference)
    if opening is None:
        return span
    draft.dateline = opening.fact
    draft.add(SegmentKind.DATELINE, Span(opening.start, opening.body if opening.body < span.end else span.end))
    _note_dateline(draft, opening)
    return Span(opening.body, span.end)


def _note_dateline(draft: _Draft, opening: Opening) -> None:
    if opening.note:
        draft.notes.append(opening.note)
    day = opening.fact.date
    if day and draft.published is None:
        draft.published, draft.date_source = datetime(day.year, day.month, day.day), "dateline"


def _finish(draft: _Draft) -> None:
    """Trim the dateline's segment and remark on an odd or absent date."""
    draft.pieces = list(_trimmed(draft.text, draft.pieces))
    remark = odd(draft.published.date()) if draft.published else "no date of publication"
    if remark:
        draft.notes.append(remark)


def _trimmed(text: str, pieces: Sequence[Segment]) -> Iterator[Segment]:
    for piece in pieces:
        end = piece.start + len(text[piece.start : piece.end].rstrip())
        if end > piece.start:
            yield Segment(kind=piece.kind, start=piece.start, end=end)
