"""Wire text to a story: print time, headline, byline, dateline, furniture and paragraphs, with offsets kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache

from dateline.knowledge.wire import WireWords
from dateline.model import DatelineFact, Segment, SegmentKind, Span, Story, StoryStatus
from dateline.readers.days import MONTHS, near, read_print_time

PLACE = r"[A-Z][\w.'’\-/]*(?:[ ,]+(?:[A-Z][\w.'’\-/]*|de|la|al|el|of|the|du|da|do))*"
DASH = r"(?:--|—|–|-|_)"
DAY = r"(?P<mon>[A-Z][a-z]{2,8})\.?\s+(?P<day>\d{1,2})(?:,?\s+(?P<year>\d{4}))?"
DAY_FIRST = r"(?P<day_b>\d{1,2})\s+(?P<mon_b>[A-Z][a-z]{2,8})\.?(?:\s+(?P<year_b>\d{4}))?"
# "KRASNAYA POLYANA. Oct 3 (Interfax) -", "LONDON, March 5 (Reuters) -", "MANILA (AP) —", "Oslo (dpa) -", "TOKYO, April 20 Kyodo -"
DATELINE = re.compile(
    rf"^(?P<place>{PLACE})\s*[.,]?\s*(?:(?:{DAY}|{DAY_FIRST})[.,]?\s*)?"
    rf"(?:/(?P<slash>[A-Z][\w .\-]+)/|\((?P<agency>[A-Za-z][\w .&\-/]{{1,40}})\)|(?P<bare>[A-Z][\w\-]{{1,20}}))?\s*[.:]?\s*(?:{DASH}+\s+|(?<=/\.)\s+)"
)
BYLINE = re.compile(r"^\s*(?:By|BY)\s+[A-Z][\w.'’\-]+(?:\s+[\w.'’\-]+){0,8}\s*(?:\(.*\))?\s*$")
FURNITURE = re.compile(
    r"^\s*(?:\((?:Adds|Updates|Recasts|Corrects|Repeats|Refiles|Writes|Rewrites|Releads|Reporting by|Editing by|Additional reporting)"
    r".*\)?|\(more\)|\(END.*|ENDS?|###|-+\s*30\s*-+|\*\s.*|Copyright .*|©.*|Keywords?:.*|Slug:.*|Eds?:.*|Contact:.*)\s*$",
    re.IGNORECASE,
)
MAX_SEGMENT = 20_000
MAX_HEADLINE = 200


@cache
def _words() -> WireWords:
    return WireWords.load()


@dataclass(slots=True)
class _Facts:
    """What the lines above and in the lead say."""

    segments: list[Segment] = field(default_factory=list)
    printed: datetime | None = None
    headline: str | None = None
    byline: str | None = None
    dateline: DatelineFact | None = None
    status: StoryStatus = StoryStatus.USABLE
    update_no: int | None = None
    notes: list[str] = field(default_factory=list)


def story_from_text(
    text: str,
    *,
    id: str | None = None,
    published: datetime | None = None,
    title: str | None = None,
    publisher: str | None = None,
    origin: str = "",
) -> Story:
    """Read a report: say what each stretch of its text is, and take the facts out of its furniture.

    Args:
        text: The report; the story keeps it character for character, but for control characters that become blanks.
        id: Identifier; the first 16 hex digits of the text's SHA-256 when None.
        published: Publication as the input gives it; a print time or dateline in the text fills in when None.
        title: The headline where it is not part of the text.
        publisher: The outlet.
        origin: Where the text came from.

    Example:
        >>> story = story_from_text("LIMA, May 4 (Reuters) - Peru and Chile signed a pact.")
        >>> story.dateline.place, story.agency
        ('LIMA', 'Reuters')
    """
    clean, notes = _clean(text)
    facts = _read(clean, published, title)
    day_source = "field" if published else "print time" if facts.printed else "none"
    moment = published or facts.printed
    if moment is None and facts.dateline and facts.dateline.date:
        moment, day_source = datetime.combine(facts.dateline.date, datetime.min.time()), "dateline"
    return Story(
        id=id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=clean,
        published=moment,
        date_source=day_source,
        headline=title or facts.headline,
        segments=tuple(facts.segments),
        publisher=publisher,
        agency=facts.dateline.agency if facts.dateline else None,
        dateline=facts.dateline,
        byline=facts.byline,
        update_no=facts.update_no,
        status=facts.status,
        origin=origin,
        notes=(*notes, *facts.notes),
    )


def _clean(text: str) -> tuple[str, list[str]]:
    """Replace control characters one by one, so that offsets stay; note what was found."""
    notes = []
    table = {c: " " for c in range(32) if c not in (9, 10, 13)} | {c: " " for c in range(0x7F, 0xA0)}
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    clean = text.translate(table)
    if clean != text:
        notes.append("control characters or lone surrogates were replaced")
    if any(0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069 for c in clean):
        notes.append("the text holds characters that turn its direction")
    return clean, notes


def _read(text: str, published: datetime | None, title: str | None) -> _Facts:
    facts = _Facts()
    _marks(title or "", facts)
    blocks = list(_blocks(text))
    body_from = _head(text, blocks, facts, has_title=title is not None)
    for start, end in blocks[body_from:]:
        _paragraph(text, start, end, published, facts)
    return facts


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield paragraphs: parted by blank lines, or by line ends where lines are not hard-wrapped."""
    wrapped = _is_wrapped(text)
    for match in re.finditer(
        r"\S(?:.*?\S)?(?=\s*?\n\s*\n|\s*\Z)" if wrapped else r"\S[^\n]*", text, re.DOTALL if wrapped else 0
    ):
        yield match.start(), match.start() + len(match.group().rstrip())


def _is_wrapped(text: str) -> bool:
    """Say whether lines break inside sentences: most lines of a block are of one length and end in no stop."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 4 or "\n\n" not in text:
        return False
    inner = [a for a, b in zip(text.split("\n"), text.split("\n")[1:], strict=False) if a.strip() and b.strip()]
    open_ends = sum(not re.search(r"[.!?:;\"”')]\s*$", line) for line in inner)
    return len(inner) >= 3 and open_ends > 0.6 * len(inner) and max(map(len, lines)) <= 120


def _head(text: str, blocks: list[tuple[int, int]], facts: _Facts, *, has_title: bool) -> int:
    """Read what stands above the body; return the number of blocks it takes."""
    for n, (start, end) in enumerate(blocks[:6]):
        line = text[start:end]
        printed = read_print_time(line)
        if printed:
            facts.printed, remarks = printed
            facts.notes.extend(remarks)
            facts.segments.append(Segment(kind=SegmentKind.PRINT_TIME, start=start, end=end))
        elif BYLINE.match(line):
            facts.byline = line.strip().split(maxsplit=1)[1]
            facts.segments.append(Segment(kind=SegmentKind.BYLINE, start=start, end=end))
        elif FURNITURE.match(line):
            facts.segments.append(Segment(kind=SegmentKind.FURNITURE, start=start, end=end))
        elif not has_title and facts.headline is None and len(blocks) > n + 1 and _is_headline(line):
            facts.headline = line.strip()
            _marks(line, facts)
            facts.segments.append(Segment(kind=SegmentKind.HEADLINE, start=start, end=end))
        else:
            return n
    return min(len(blocks), 6)


def _is_headline(line: str) -> bool:
    bare = line.strip()
    return (
        len(bare) <= MAX_HEADLINE
        and "\n" not in bare
        and not re.search(r"[.!]['\"”]?$", bare)
        and not DATELINE.match(bare)
    )


def _marks(headline: str, facts: _Facts) -> None:
    upper = headline.upper()
    for mark, meaning in _words().marks.items():
        if not re.match(rf"{re.escape(mark)}\b", upper):
            continue
        number = re.match(r"[A-Z ]+?\s*(\d+)\s*-", upper)
        if meaning == "update" and number:
            facts.update_no = int(number.group(1))
        elif meaning not in {"update", "usable"}:
            facts.status = StoryStatus(meaning)


def _paragraph(text: str, start: int, end: int, published: datetime | None, facts: _Facts) -> None:
    if FURNITURE.match(text[start:end]):
        facts.segments.append(Segment(kind=SegmentKind.FURNITURE, start=start, end=end))
        return
    if facts.dateline is None:
        fact, length = _dateline(text[start:end], published or facts.printed)
        if fact is not None:
            facts.dateline = replace(fact, span=Span(start, start + length))
            facts.segments.append(Segment(kind=SegmentKind.DATELINE, start=start, end=start + length))
            start += length
    if facts.dateline is None and any(s.kind is SegmentKind.PARAGRAPH for s in facts.segments):
        facts.dateline = DatelineFact()
    for a, b in _cut(text, start, end):
        facts.segments.append(Segment(kind=SegmentKind.PARAGRAPH, start=a, end=b))


def _dateline(line: str, published: datetime | None) -> tuple[DatelineFact | None, int]:
    match = DATELINE.match(line[:160])
    if match is None:
        return None, 0
    agency = _agency(match["agency"] or match["bare"] or match["slash"])
    upper = match["place"].split(",")[0].isupper()
    month = MONTHS.get((match["mon"] or match["mon_b"] or "").lower())
    if not (upper or agency or month) or (match["bare"] and not agency):
        return None, 0
    number, year = match["day"] or match["day_b"], match["year"] or match["year_b"]
    day = near(month, int(number), int(year) if year else None, published) if month and number else None
    return DatelineFact(place=match["place"].strip(" .,"), date=day, agency=agency), match.end()


def _agency(name: str | None) -> str | None:
    if name is None:
        return None
    first = name.split("/")[0].strip()
    return _words().agencies.get(first.casefold())


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a paragraph that no parser should be given whole, at a line end or a blank."""
    while end - start > MAX_SEGMENT:
        at = max(text.rfind("\n", start, start + MAX_SEGMENT), text.rfind(" ", start, start + MAX_SEGMENT))
        at = at if at > start else start + MAX_SEGMENT
        yield start, at
        start = at
    if end > start:
        yield start, end
