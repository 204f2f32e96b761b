"""Quotation marks of a story: which stretches stand between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model import ParsedStory, SegmentKind, Span

OPENING = {"“": "”", "«": "»", "„": "“", "``": "''", "‘": "’", "‹": "›"}
STRAIGHT = '"'
# Whatever may open a quotation: the first characters of the marks above, and two apostrophes.
MARK = re.compile(f"[{''.join(mark[0] for mark in OPENING)}{STRAIGHT}']")
# Fewer words than this between marks are a name or a borrowed word, no speech of their own.
MIN_WORDS = 4
# So few are speech where their clause ends inside the marks and they open with a capital.
MIN_CLOSED = 2


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks, the marks left out.

    Attributes:
        unclosed: The closing mark is missing.
        closed: A comma, or the end of a sentence, stands before the closing mark: "Clear the roads," he said.
    """

    span: Span
    segment: int
    words: int
    unclosed: bool = False
    closed: bool = False

    @property
    def is_speech(self) -> bool:
        """Whether it is speech and no quoted word: long enough, or a clause that ends before its closing mark."""
        return self.words >= MIN_WORDS or (self.closed and self.words >= MIN_CLOSED)


def find_quotations(parsed: ParsedStory) -> tuple[Quotation, ...]:
    """Return the quotations of the paragraphs, in order.

    A quotation that the next paragraph goes on with has no closing mark; it ends with its paragraph.
    """
    found: list[Quotation] = []
    text = parsed.story.text
    for index, segment in enumerate(parsed.story.segments):
        if segment.kind is SegmentKind.PARAGRAPH:
            found.extend(_in_segment(text, index, segment.start, segment.end))
    return tuple(found)


def _in_segment(text: str, index: int, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    at = start
    while (possible := MARK.search(text, at, end)) is not None:
        at = possible.start()
        mark, closing = _opens(text, at, start)
        if not mark:
            at += 1
            continue
        inner = at + len(mark)
        close = _closes(text, inner, end, closing)
        stop = close if close is not None else end
        words = len(text[inner:stop].split())
        if words and (close is not None or words >= MIN_WORDS):
            ended = text[inner:stop].rstrip().endswith((",", "!", "."))
            whole = ended and text[inner : inner + 1].isupper() and not text[:at].rstrip(" ").endswith((",", ";"))
            found.append(Quotation(trim(text, Span(inner, stop)), index, words, close is None, ended and whole))
        at = stop + len(closing)
    return found


def _opens(text: str, at: int, start: int) -> tuple[str, str]:
    two = text[at : at + 2]
    if two == "``" or (two == "''" and (at == start or not text[at - 1].isalnum())):
        return two, "''"
    char = text[at]
    if char == STRAIGHT:
        return STRAIGHT, STRAIGHT
    if char == "‘" and at > start and not text[at - 1].isspace():
        return "", ""
    return (char, OPENING[char]) if char in OPENING else ("", "")


def _closes(text: str, at: int, end: int, closing: str) -> int | None:
    while True:
        at = text.find(closing, at, end)
        if at < 0:
            return None
        # An apostrophe inside single marks closes nothing.
        if closing != "’" or at + 1 >= end or not text[at + 1].isalpha():
            return at
        at += 1


def trim(text: str, span: Span) -> Span:
    """Take blanks, marks and the final comma or full stop off both ends of a content span."""
    start, end = span.start, span.end
    while start < end and text[start] in " \t\n\r,;:–—-\"“”'‘’`«»":
        start += 1
    while end > start and text[end - 1] in " \t\n\r,;:–—-\"“”'’`«».":
        if text[end - 1] == "." and _abbreviation(text, start, end):
            break
        end -= 1
    return Span(start, end)


def _abbreviation(text: str, start: int, end: int) -> bool:
    word = text[start:end].rsplit(maxsplit=1)[-1]
    return word.count(".") > 1
