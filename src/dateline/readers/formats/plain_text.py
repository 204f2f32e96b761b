"""Plain text: one report a file, or a Nexis export of many."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from dateline.model import ReadError, Rejected, Story
from dateline.readers.decoding import decode
from dateline.readers.formats import nexis
from dateline.readers.inputs import Format, Input, Items, capped
from dateline.readers.limits import DOCUMENT_BYTES, STORY_CHARS
from dateline.readers.wire_text import story_from_text

_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def read(source: Input) -> Items:
    """Yield the report of a file, or the reports of an export."""
    decoded = decode(capped(source.stream, DOCUMENT_BYTES, what="a text file"))
    if "\x00" in decoded.text:
        raise ReadError("a binary file, not text")
    yield from reports_in(decoded.text, source, notes=decoded.notes)


def reports_in(text: str, source: Input, *, notes: tuple[str, ...] = ()) -> Items:
    """Yield the reports of a text, however it was stored: a Nexis export is split, anything else is one report."""
    if nexis.is_export(text):
        yield from nexis.reports(text, source)
    else:
        yield one_report(text, source, notes=notes)


def one_report(text: str, source: Input, *, notes: tuple[str, ...] = ()) -> Story | Rejected:
    """Return a text as one report; its date may stand in the file's name.

    Raises:
        ReadError: It is empty or too long.
    """
    if len(text) > STORY_CHARS:
        raise ReadError(f"a text of {len(text)} characters, above the limit of {STORY_CHARS} a story")
    if not text.strip():
        raise ReadError("the file is empty")
    story = story_from_text(text, origin=source.origin)
    when = None if story.published else _file_date(source.file_name)
    if when:
        # Read again: the dateline's year hangs on the date.
        story = replace(story_from_text(text, origin=source.origin, published=when), date_source="file name")
    return replace(story, notes=(*notes, *story.notes))


def _file_date(name: str) -> datetime | None:
    match = _NAME_DATE.search(name)
    try:
        return datetime(*map(int, match.groups())) if match else None  # type: ignore[arg-type]
    except ValueError:
        return None


TEXT = Format(
    name="text",
    says="plain text: one report a file, or a Nexis export",
    suffixes=(".txt", ".text"),
    read=read,
    apart=False,
)
